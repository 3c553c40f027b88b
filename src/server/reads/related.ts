import type { ChannelType, MessageDetails, PresentedItem } from "../../store/index.ts";
import { presentUser } from "../wire/user.ts";
import type { Reading } from "./reading.ts";

/** Items that are to be presented. */
export interface Shown {
  readonly messages?: readonly PresentedItem[];
  readonly channels?: readonly PresentedItem[];
  readonly members?: readonly PresentedItem[];
  readonly reactions?: readonly PresentedItem[];
  /** Ids of users. */
  readonly users?: readonly string[];
}

/** What is presented within items, or needed to present them. */
export interface Related {
  /** The id of the user who asks; undefined where whoever asks may see all. */
  readonly viewer: string | undefined;
  /** When it was asked, canonical. */
  readonly now: string;
  /** A user as it stands in other objects. */
  readonly user: (id: unknown) => object;
  /** A message that one of the items quotes, if the viewer may see it. */
  readonly quoted: (id: unknown) => PresentedItem | undefined;
  /** What is read beside a message of the items, or one that is quoted. */
  readonly details: (id: unknown) => MessageDetails;
  /** Whether the user whose view it is has muted a channel; undefined where it is nobody's view. */
  readonly muted: (cid: unknown) => boolean | undefined;
  readonly channelType: (name: unknown) => ChannelType | undefined;
}

/** Reads what belongs to items, in a fixed number of steps. */
export async function relatedTo({ store, app, as }: Reading, shown: Shown): Promise<Related> {
  const { messages = [], channels = [], members = [], reactions = [], users = [] } = shown;
  const quoted = await store.messagesById(app, namesIn(messages, "quoted_message_id"), as.viewer);
  const all = [...messages, ...quoted.values()];
  const details = await store.messageDetails(app, namesIn(all, "id"), as);
  const beside = [...details.values()];
  const allReactions = [...reactions, ...beside.flatMap(({ latest, own }) => [...latest, ...own])];
  const userIds = new Set([
    ...users,
    ...(as.user === undefined ? [] : [as.user]),
    ...namesIn(all, "user"),
    ...namesIn(all, "pinned_by_id"),
    ...all.flatMap((message) => (message["mentioned_users_ids"] ?? []) as string[]),
    ...beside.flatMap(({ participants }) => participants),
    ...namesIn(channels, "created_by"),
    ...namesIn(members, "user_id"),
    ...namesIn(allReactions, "user_id"),
  ]);
  const people = await store.usersById(app, [...userIds]);
  const types = channels.length > 0 ? await store.channelTypes(app) : [];
  const presented = new Map<unknown, object>();
  const me = as.user === undefined ? undefined : people.get(as.user);
  const mutes = me && ((me["channel_mutes"] ?? []) as readonly unknown[]);
  return {
    viewer: as.viewer,
    now: new Date().toISOString().replace("Z", "000Z"),
    user: (id) => {
      // Who stands in many objects is presented once.
      const found = presented.get(id) ?? presentUser(people.get(id as string) ?? { id });
      presented.set(id, found);
      return found;
    },
    muted: (cid) => mutes?.includes(cid),
    quoted: (id) => quoted.get(id as string),
    details: (id) => details.get(id as string)!,
    channelType: (name) => types.find((type) => type.name === name),
  };
}

/** The values of a field, each once. */
function namesIn(items: readonly PresentedItem[], field: string): string[] {
  return [...new Set(items.map((item) => item[field] as string | undefined))].filter(
    (name) => name !== undefined,
  );
}
