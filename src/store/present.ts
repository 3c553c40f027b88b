import { type ItemTypeName, parseJson } from "../format/index.ts";
import { columns } from "./columns.ts";
import type { PresentedItem } from "./query.ts";
import type { ColumnValue } from "./tables.ts";

/** Makes of a stored row what queries give: `cid` where there is one, the built-in fields that are set in the order of the field table, `derived`, then custom data beside them. A custom field that is named like one of those is left out. */
export function present(
  type: ItemTypeName,
  row: Readonly<Record<string, ColumnValue>>,
  derived: readonly string[] = [],
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
  for (const name of derived) if (row[name] !== null) item.set(name, row[name]);
  for (const [name, value] of Object.entries(customData(row))) {
    if (!item.has(name)) item.set(name, value);
  }
  return Object.fromEntries(item);
}

function customData(row: Readonly<Record<string, ColumnValue>>): object {
  const custom = row["custom"];
  return typeof custom === "string" ? (parseJson(custom) as object) : {};
}
