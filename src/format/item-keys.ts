import { distinctChannelId } from "./distinct-channel.ts";
import type { RawObject } from "./item-label.ts";
import { type ItemTypeName, itemTypes } from "./item-types.ts";

/** What can be referred to, or must be there once: the item types, each with keys of its own. */
export type KeySpace = ItemTypeName;

/** A place in an item that names another one. */
export interface Reference {
  readonly space: KeySpace;
  /** The key in that space, see {@link itemKey}. */
  readonly key: string;
  /** `parent`: the message is a reply to it. `author`: the author's membership, which may have ended. `listed`: a member of a distinct channel. `plain`: it must be there, no more. */
  readonly role: "plain" | "parent" | "author" | "listed";
  /** The field, and the place in it where it is a list, else -1. */
  readonly field: string;
  readonly index: number;
  /** What the file says there. */
  readonly target: string;
}

/** A channel written as its type and its id. */
export const cidPattern = /^[^:]+:[^:]+$/;

const rememberedChannels = 20_000;
const longestRemembered = 2048;
const distinctIds = new Map<string, string>();

/** The `type:id` of a channel; a distinct one gets its id from its members. `undefined` when the fields do not say which channel it is. */
export function cid(type: unknown, id: unknown, memberIds: unknown): string | undefined {
  if (!isKey(type)) return;
  if (isKey(id)) return `${type}:${id}`;
  if (!Array.isArray(memberIds) || memberIds.length === 0 || !memberIds.every(isKey)) return;
  const members = memberIds.toSorted().join(",");
  let distinct = distinctIds.get(members);
  if (distinct === undefined) {
    distinct = distinctChannelId(memberIds);
    if (distinctIds.size >= rememberedChannels) distinctIds.clear();
    if (members.length <= longestRemembered) distinctIds.set(members, distinct);
  }
  return `${type}:${distinct}`;
}

/** The `type:id` of the channel that an item is (channel) or is in (member, message). */
export function channelOf(type: ItemTypeName, item: RawObject): string | undefined {
  return type === "channel"
    ? cid(item["type"], item["id"], item["member_ids"])
    : cid(item["channel_type"], item["channel_id"], item["channel_member_ids"]);
}

/** What identifies an item among those of its type in the app, as one string; `undefined` where the item does not say. U+0000, which no field can hold, separates the parts. Source: import-format section 4, uniqueness keys. */
export function itemKey(type: ItemTypeName, item: RawObject): string | undefined {
  switch (type) {
    case "channel":
      return channelOf(type, item);
    case "member":
      return joined(channelOf(type, item), item["user_id"]);
    case "reaction":
      return joined(item["message_id"], item["type"], item["user_id"]);
    case "future_channel_ban":
      return joined(item["created_by"], item["target_id"]);
    case "user":
    case "device":
    case "message":
      return isKey(item["id"]) ? item["id"] : undefined;
  }
}

/** The key of a channel's member. */
export function memberKey(channel: string, user: string): string {
  return `${channel}\0${user}`;
}

const referringFields = Object.fromEntries(
  Object.entries(itemTypes).map(([name, { fields }]) => [
    name,
    fields.flatMap((field) => {
      const space = "refersTo" in field ? spaceOf(field.refersTo) : undefined;
      return space ? [{ name: field.name, space, list: field.kind === "strings" }] : [];
    }),
  ]),
) as Record<ItemTypeName, { name: string; space: KeySpace; list: boolean }[]>;

function spaceOf(target: string): KeySpace | undefined {
  return { user: "user", message: "message", cid: "channel" }[target] as KeySpace | undefined;
}

/** Every reference that an item makes, in a fixed order. Fields that do not hold what they should make none. Source: import-format section 4; quoted messages, pinning users, blocked and banned users and restricted visibility are ours. */
export function references(type: ItemTypeName, item: RawObject): Reference[] {
  const found: Reference[] = [];
  const channel = channelOf(type, item);
  if (channel !== undefined && (type === "member" || type === "message")) {
    const field = isKey(item["channel_id"]) ? "channel_id" : "channel_member_ids";
    found.push(reference("channel", channel, "plain", field, -1, channel));
  }
  for (const { name, space, list } of referringFields[type]) {
    const value = item[name];
    if (list) {
      if (!Array.isArray(value)) continue;
      for (let i = 0; i < value.length; i++) {
        const entry: unknown = value[i];
        if (!isKey(entry) || (space === "channel" && !cidPattern.test(entry))) continue;
        found.push(reference(space, entry, "plain", name, i, entry));
      }
    } else if (isKey(value)) {
      const role = name === "parent_id" ? "parent" : "plain";
      found.push(reference(space, value, role, name, -1, value));
    }
  }
  if (channel === undefined) return found;
  const author = item["user"];
  if (type === "message" && isKey(author)) {
    found.push(reference("member", memberKey(channel, author), "author", "user", -1, author));
  }
  const members: unknown = item["member_ids"];
  if (type === "channel" && !isKey(item["id"]) && Array.isArray(members)) {
    for (const user of new Set(members.filter(isKey))) {
      const at = members.indexOf(user);
      found.push(reference("member", memberKey(channel, user), "listed", "member_ids", at, user));
    }
  }
  return found;
}

function reference(
  space: KeySpace,
  key: string,
  role: Reference["role"],
  field: string,
  index: number,
  target: string,
): Reference {
  return { space, key, role, field, index, target };
}

function joined(...parts: readonly unknown[]): string | undefined {
  return parts.every(isKey) ? parts.join("\0") : undefined;
}

function isKey(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
