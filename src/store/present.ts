import { type ItemTypeName, parseJson } from "../format/index.ts";
import { columns } from "./columns.ts";
import type { PresentedItem } from "./query.ts";
import type { ColumnValue } from "./tables.ts";

/** What queries give of an item beside its fields: counted or looked up. */
const derived: Readonly<Partial<Record<ItemTypeName, readonly string[]>>> = {
  channel: ["member_count", "message_count", "last_message_at"],
  member: ["unread_count"],
  message: ["reply_count"],
};

/** The names of what is derived of an item type. */
export function derivedFields(type: ItemTypeName): readonly string[] {
  return derived[type] ?? [];
}

/** Makes of a stored row what queries give: `cid` where there is one, the built-in fields that are set in the order of the field table, what is derived, then custom data beside them. A custom field of a name that is taken, whether or not it is set, stands in an object `custom`: it neither hides what we say nor is lost. */
export function present(
  type: ItemTypeName,
  row: Readonly<Record<string, ColumnValue>>,
): PresentedItem {
  const item = new Map<string, unknown>();
  for (const { name, holds } of columns[type]) {
    const value = row[name];
    if (value === null || value === undefined || name === "custom") continue;
    if (holds === "json") item.set(name, parseJson(String(value)));
    else item.set(name, holds === "boolean" ? value === 1 : value);
    if (name === "cid" && type !== "channel") {
      const [channelType, channelId] = String(value).split(":");
      item.set("channel_type", channelType).set("channel_id", channelId);
    }
  }
  const names = derivedFields(type);
  for (const name of names) if (row[name] != null) item.set(name, row[name]);
  const hidden: [string, unknown][] = [];
  for (const [name, value] of Object.entries(customData(row))) {
    const taken = names.includes(name) || columns[type].some((column) => column.name === name);
    if (taken) hidden.push([name, value]);
    else item.set(name, value);
  }
  if (hidden.length > 0) item.set("custom", Object.fromEntries(hidden));
  return Object.fromEntries(item);
}

function customData(row: Readonly<Record<string, ColumnValue>>): object {
  const custom = row["custom"];
  return typeof custom === "string" ? (parseJson(custom) as object) : {};
}
