import type { ItemTypeName, itemTypes } from "../format/index.ts";

/** The table of each item type. */
export const tables = {
  user: "users",
  device: "devices",
  future_channel_ban: "future_channel_bans",
  channel: "channels",
  member: "members",
  message: "messages",
  reaction: "reactions",
} as const satisfies Record<ItemTypeName, string>;

/** What a column holds. Booleans are 0 and 1; lists, objects and custom data are JSON text. */
export type ColumnValue = string | number | null;

type FieldName<T extends ItemTypeName> = (typeof itemTypes)[T]["fields"][number]["name"];

type ItemTable<T extends ItemTypeName> = {
  readonly [
    C in
      | Exclude<FieldName<T>, "channel_type" | "channel_id" | "channel_member_ids">
      | (T extends "channel" | "member" | "message" ? "cid" : never)
      | ((typeof itemTypes)[T]["custom"] extends true ? "custom" : never)
  ]: ColumnValue;
} & { readonly app: number; readonly import_id: number };

/** The item tables as the query builder sees them. */
export type ItemTables = { readonly [T in ItemTypeName as (typeof tables)[T]]: ItemTable<T> };
