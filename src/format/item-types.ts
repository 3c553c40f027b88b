import { channelFields } from "./fields/channel.ts";
import { deviceFields } from "./fields/device.ts";
import { futureChannelBanFields } from "./fields/future-channel-ban.ts";
import { memberFields } from "./fields/member.ts";
import { messageFields } from "./fields/message.ts";
import { reactionFields } from "./fields/reaction.ts";
import { userFields } from "./fields/user.ts";
import type { CustomData, Field, FieldValues } from "./field.ts";

/** What an item of one type may hold. */
export interface ItemType {
  readonly fields: readonly Field[];
  /** Names that the owner of the format keeps for itself; an item that has one is refused. */
  readonly reserved: readonly string[];
  /** Whether fields beside the built-in ones are kept as custom data. Where not, they are dropped with a warning. */
  readonly custom: boolean;
  /** Other spellings of a field, by the spelling. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The item types of an import file, in the order in which the current format wants them. Source: sections 2.1 to 2.8 of the documented formats, see docs/format.md. */
export const itemTypes = {
  user: {
    fields: userFields,
    reserved: ["app_pk", "online", "pk", "user_pk", "last_active"],
    custom: true,
    aliases: {},
  },
  device: { fields: deviceFields, reserved: [], custom: false, aliases: {} },
  future_channel_ban: { fields: futureChannelBanFields, reserved: [], custom: false, aliases: {} },
  channel: {
    fields: channelFields,
    reserved: ["last_message_at", "cid", "created_by_pk", "members", "config", "app_pk", "pk"],
    custom: true,
    aliases: {},
  },
  member: {
    fields: memberFields,
    reserved: [],
    custom: true,
    aliases: {
      invited_accepted_at: "invite_accepted_at",
      invited_rejected_at: "invite_rejected_at",
    },
  },
  message: {
    fields: messageFields,
    reserved: [
      "tmp_id",
      "app_pk",
      "latest_reactions",
      "own_reactions",
      "reactions_count",
      "reply_count",
      "command",
      "pk",
      "quoted_message",
      "pinned_by",
    ],
    custom: true,
    aliases: {},
  },
  reaction: {
    fields: reactionFields,
    reserved: ["app_pk", "pk", "user", "user_pk"],
    custom: true,
    aliases: {},
  },
} as const satisfies Record<string, ItemType>;

/** The name of an item type. */
export type ItemTypeName = keyof typeof itemTypes;

/** The names of the item types, in the order of {@link itemTypes}. */
export const itemTypeNames = Object.keys(itemTypes) as readonly ItemTypeName[];

/** Tells whether a value names an item type. */
export function isItemTypeName(value: unknown): value is ItemTypeName {
  return typeof value === "string" && Object.hasOwn(itemTypes, value);
}

/** An item of type `T`: its built-in fields, and custom data where the type takes it. */
export type Item<T extends ItemTypeName = ItemTypeName> = {
  [N in T]: FieldValues<(typeof itemTypes)[N]["fields"]> &
    ((typeof itemTypes)[N]["custom"] extends true ? CustomData : unknown);
}[T];
