import type { ListQuery, NotFound, Page, PresentedItem } from "../query.ts";
import type { Store } from "../store.ts";
import { type Getters, Several } from "./plain-filter.ts";
import { queryItems } from "./query-items.ts";

/** A list of the store, and what tests need to know of it to check its answers. */
export interface QueryList {
  readonly name: string;
  readonly ask: (store: Store, query: ListQuery) => Promise<Page | NotFound>;
  readonly getters: Getters;
  /** Fields by what is compared with them. */
  readonly fields: Readonly<
    Record<"text" | "time" | "number" | "boolean" | "several" | "any", readonly string[]>
  >;
  /** What tells items apart and decides between equals, in order. */
  readonly key: readonly string[];
}

const users = new Map(
  queryItems.flatMap(({ type, item }) => (type === "user" ? [[item["id"], item]] : [])),
);
const members = queryItems.flatMap(({ type, item }) => (type === "member" ? [item] : []));
const membersOf = (channel: PresentedItem) =>
  members.filter(
    (member) =>
      `${String(member["channel_type"])}:${String(member["channel_id"])}` === channel["cid"],
  );

const list = (name: string) => (item: PresentedItem) =>
  new Several((item[name] as readonly unknown[] | undefined) ?? []);
const nothing = { text: [], time: [], number: [], boolean: [], several: [], any: [] };

const messageList: Pick<QueryList, "getters" | "fields" | "key"> = {
  getters: {
    "user.id": ({ user }) => user,
    "words of text": ({ text, type }) =>
      type === "deleted" || type === "system" ? undefined : text,
    "mentioned_users.id": list("mentioned_users_ids"),
    mentioned_users_ids: list("mentioned_users_ids"),
    "attachments.type": ({ attachments }) =>
      new Several((attachments as { type: string }[]).map(({ type }) => type)),
    // Every pin of the items that expires has done so.
    pinned: ({ pinned_at, pin_expires }) => pinned_at !== undefined && pin_expires === undefined,
  },
  fields: {
    text: ["id", "text", "type", "cid", "user.id", "parent_id", "user"],
    time: ["created_at", "updated_at", "deleted_at", "pinned_at"],
    number: ["reply_count"],
    boolean: ["pinned", "show_in_channel"],
    several: ["mentioned_users.id", "attachments.type", "mentioned_users_ids"],
    any: ["thing"],
  },
  key: ["id"],
};

/** The lists that filters and sorts are held against. */
export const queryLists: readonly QueryList[] = [
  {
    name: "users",
    ask: (store, query) => store.users("default", query),
    getters: {
      teams: list("teams"),
      banned: () => false,
      online: () => false,
      last_active: () => undefined,
    },
    fields: {
      text: ["id", "role", "language"],
      time: ["created_at", "updated_at", "deactivated_at", "last_active"],
      number: [],
      boolean: ["invisible", "banned", "online"],
      several: ["teams"],
      any: ["name", "thing", "address", "address.city", "address.zip", "thing.city", "nobody.has"],
    },
    key: ["id"],
  },
  {
    name: "channels",
    ask: (store, query) => store.channels("default", query),
    getters: {
      members: (channel) => new Several(membersOf(channel).map((member) => member["user_id"])),
      "member.user.name": (channel) =>
        new Several(membersOf(channel).map((member) => users.get(member["user_id"])?.["name"])),
      last_updated: (channel) => channel["last_message_at"] ?? channel["created_at"],
      created_by_id: (channel) => channel["created_by"],
      banned_users: list("banned_users"),
    },
    fields: {
      text: ["cid", "type", "id", "team", "created_by_id", "member.user.name"],
      time: ["created_at", "updated_at", "last_message_at", "last_updated"],
      number: ["member_count"],
      boolean: ["frozen", "disabled"],
      several: ["members", "banned_users"],
      any: ["thing"],
    },
    key: ["cid"],
  },
  {
    name: "members",
    ask: (store, query) => store.members("default", "messaging:c8", query),
    getters: {
      id: ({ user_id }) => user_id,
      name: ({ user_id }) => users.get(user_id)?.["name"],
      banned: ({ user_id }) => ["u1", "u2"].includes(user_id as string),
      joined: ({ invited, invite_accepted_at }) => !invited || invite_accepted_at !== undefined,
      last_active: () => undefined,
    },
    fields: {
      text: ["id", "user_id", "name", "channel_role", "cid"],
      time: ["created_at", "last_read", "last_active", "archived_at"],
      number: [],
      boolean: ["banned", "joined", "invited", "hide_channel"],
      several: [],
      any: ["thing"],
    },
    key: ["user_id"],
  },
  {
    name: "messages",
    ask: (store, query) => store.messages("default", "team:c1", query),
    ...messageList,
  },
  { name: "replies", ask: (store, query) => store.replies("default", "m1", query), ...messageList },
  {
    name: "search",
    ask: (store, query) => store.search("default", { filter: {}, ...query }),
    ...messageList,
  },
  {
    name: "reactions",
    ask: (store, query) => store.reactions("default", "m1", query),
    getters: {},
    fields: { ...nothing, text: ["type", "user_id"], time: ["created_at"], any: ["thing"] },
    key: ["type", "user_id"],
  },
  {
    name: "devices",
    ask: (store, query) => store.devices("default", query),
    getters: {},
    fields: {
      ...nothing,
      text: ["id", "user_id", "push_provider_type", "disabled_reason"],
      time: ["created_at"],
      boolean: ["disabled"],
    },
    key: ["id"],
  },
  {
    name: "bans",
    ask: (store, query) => store.bans("default", query),
    getters: {},
    fields: {
      ...nothing,
      text: ["created_by", "target_id", "reason"],
      time: ["created_at"],
      boolean: ["shadow"],
    },
    key: ["created_by", "target_id"],
  },
];
