import type { ItemTypeName } from "./item-types.ts";

/** An object as JSON gave it: nothing about it is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

/** How sentences name the channel of an item: `messaging:abc`, or `messaging:[a b]` for a distinct one. */
export function channelLabel(type: unknown, id: unknown, memberIds: unknown): string {
  const members = Array.isArray(memberIds) && memberIds.length > 0 ? memberIds : undefined;
  return `${text(type)}:${members ? `[${members.map(text).join(" ")}]` : text(id)}`;
}

/** How sentences name an item: `user "ana"`, `channel "messaging:abc"`, `member "ana" of channel "messaging:abc"`. Values are cut after 255 characters. */
export function itemLabel(type: ItemTypeName, item: RawObject): string {
  switch (type) {
    case "channel":
      return `channel "${channelLabel(item["type"], item["id"], item["member_ids"])}"`;
    case "member":
      return `member "${text(item["user_id"])}" of channel "${channelLabel(item["channel_type"], item["channel_id"], item["channel_member_ids"])}"`;
    case "reaction":
      return `reaction "${text(item["type"])}" by user "${text(item["user_id"])}" on message "${text(item["message_id"])}"`;
    case "future_channel_ban":
      return `future_channel_ban of user "${text(item["target_id"])}" by user "${text(item["created_by"])}"`;
    case "user":
    case "device":
    case "message":
      return typeof item["id"] === "string"
        ? `${type} "${text(item["id"])}"`
        : `${type} without id`;
  }
}

/** The id of an item as reports give it: its `id`, or, where the type or the item has none, the parts of its key joined by slashes; `null` when there are none. */
export function itemId(type: ItemTypeName, item: RawObject): string | null {
  const hasId = type === "user" || type === "device" || type === "message" || type === "channel";
  if (hasId && typeof item["id"] === "string") return text(item["id"]);
  const parts = {
    user: [],
    device: [],
    message: [],
    channel: [channelLabel(item["type"], item["id"], item["member_ids"])],
    member: [
      channelLabel(item["channel_type"], item["channel_id"], item["channel_member_ids"]),
      text(item["user_id"]),
    ],
    reaction: [text(item["message_id"]), text(item["type"]), text(item["user_id"])],
    future_channel_ban: [text(item["created_by"]), text(item["target_id"])],
  }[type];
  return parts.length > 0 ? parts.join("/") : null;
}

function text(value: unknown): string {
  const string = typeof value === "string" ? value : "";
  return string.length > 255 ? `${string.slice(0, 254)}…` : string;
}
