import { Option } from "commander";
import type { NotFound, Page, Store } from "../store/index.ts";
import { asCid } from "./as-cid.ts";
import { channelConditions } from "./channel-conditions.ts";
import { listQuery, type QueryFlags } from "./query-flags.ts";

/** The flags that single queries take. */
export interface AskedFlags extends QueryFlags {
  readonly id?: readonly string[];
  readonly type?: string;
  readonly member?: string;
  readonly user?: string;
  readonly target?: string;
  readonly channel?: string;
  readonly message?: string;
  readonly text?: string;
}

/** One thing that can be asked for. */
export interface Query {
  readonly name: string;
  readonly examples: readonly string[];
  readonly summary: string;
  readonly options: readonly Option[];
  readonly ask: (store: Store, flags: AskedFlags) => Promise<Page | NotFound>;
  /** The table that people see: headers, and the fields below them. */
  readonly columns: Readonly<Record<string, string>>;
}

const channelFlag = () =>
  new Option("--channel <cid>", "the channel: type:id, or type:[a b] by its members");
const channel = () => channelFlag().makeOptionMandatory();
const message = () => new Option("--message <id>", "the message").makeOptionMandatory();
const messageColumns = { created: "created_at", user: "user", text: "text", id: "id" };

/** What `chatferry query` can ask for. */
export const queries: readonly Query[] = [
  {
    name: "users",
    examples: [
      "query users --id ana bo",
      `query users --filter '{"role":"admin","teams":{"$contains":"red"}}' --sort name`,
    ],
    summary: "users, newest first",
    options: [new Option("--id <id...>", "only these")],
    ask: (store, flags) =>
      store.users(flags.app, listQuery(flags, { id: flags.id && { $in: flags.id } })),
    columns: { id: "id", name: "name", role: "role", created: "created_at" },
  },
  {
    name: "channels",
    examples: [
      "query channels --member ana",
      `query channels --filter '{"member_count":{"$gt":10},"frozen":false}' --sort member_count:desc`,
      "query channels --member ana --user ana --sort unread_count:desc",
    ],
    summary: "channels, those with the latest message first",
    options: [
      new Option("--id <cid...>", "only these, as type:id or type:[a b]"),
      new Option("--type <name>", "only of this channel type"),
      new Option("--member <user>", "only those the user is a member of"),
      new Option("--user <user>", "whose view it is: without what they hid"),
    ],
    ask: (store, flags) => {
      const { user } = flags;
      const query = listQuery(flags, channelConditions(flags));
      return store.channels(flags.app, { ...query, ...(user !== undefined && { user }) });
    },
    columns: {
      channel: "cid",
      name: "name",
      members: "member_count",
      messages: "message_count",
      "last message": "last_message_at",
    },
  },
  {
    name: "members",
    examples: [
      'query members --channel "messaging:[ana bo]"',
      `query members --channel messaging:hall --filter '{"name":{"$autocomplete":"an"}}'`,
    ],
    summary: "members of a channel as they joined, with what each has not read",
    options: [channel()],
    ask: (store, flags) => store.members(flags.app, asCid(flags.channel!), listQuery(flags)),
    columns: {
      user: "user_id",
      role: "channel_role",
      joined: "created_at",
      "last read": "last_read",
      unread: "unread_count",
    },
  },
  {
    name: "messages",
    examples: [
      "query messages --channel messaging:hall --limit 3",
      `query messages --channel messaging:hall --filter '{"pinned":true}' --sort created_at`,
    ],
    summary: "messages of a channel, newest first",
    options: [channel()],
    ask: (store, flags) => store.messages(flags.app, asCid(flags.channel!), listQuery(flags)),
    columns: messageColumns,
  },
  {
    name: "replies",
    examples: ["query replies --message m1"],
    summary: "replies to a message, oldest first",
    options: [message()],
    ask: (store, flags) => store.replies(flags.app, flags.message!, listQuery(flags)),
    columns: messageColumns,
  },
  {
    name: "reactions",
    examples: ["query reactions --message m1 --format json"],
    summary: "reactions to a message, newest first",
    options: [message()],
    ask: (store, flags) => store.reactions(flags.app, flags.message!, listQuery(flags)),
    columns: { type: "type", user: "user_id", created: "created_at" },
  },
  {
    name: "search",
    examples: [
      'query search --text "release party" --channel team:general',
      `query search --filter '{"text":{"$autocomplete":"relea"},"user.id":"ana"}'`,
    ],
    summary: "messages that have words in their text, newest first",
    options: [
      new Option("--text <words>", "words that all stand in the text, in any order"),
      channelFlag(),
    ],
    ask: (store, flags) => {
      const { app, text, channel } = flags;
      return store.search(app, {
        ...listQuery(flags),
        ...(text !== undefined && { text }),
        ...(channel !== undefined && { channels: { cid: asCid(channel) } }),
      });
    },
    columns: { created: "created_at", channel: "cid", user: "user", text: "text", id: "id" },
  },
  {
    name: "devices",
    examples: ["query devices --user ana"],
    summary: "devices, by user",
    options: [new Option("--user <user>", "only those of this user")],
    ask: (store, flags) => store.devices(flags.app, listQuery(flags, { user_id: flags.user })),
    columns: { user: "user_id", push: "push_provider_type", id: "id", created: "created_at" },
  },
  {
    name: "bans",
    examples: ["query bans --user ana"],
    summary: "bans from channels that a user will create, by that user",
    options: [
      new Option("--user <user>", "only those this user issued"),
      new Option("--target <user>", "only those of this user"),
    ],
    ask: (store, flags) =>
      store.bans(flags.app, listQuery(flags, { created_by: flags.user, target_id: flags.target })),
    columns: { by: "created_by", banned: "target_id", reason: "reason", created: "created_at" },
  },
];
