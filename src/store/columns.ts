import { type Field, type ItemTypeName, itemTypes } from "../format/index.ts";
import { byType } from "./by-type.ts";

/** One column that an item fills. */
export interface Column {
  /** The column and, but for `cid` and `custom`, the field. */
  readonly name: string;
  /** How the value stands in a row: text, 0 or 1, or JSON text. */
  readonly holds: "text" | "boolean" | "json";
  /** What an upsert does with it. As in the field table, but that a channel's key is its `cid` alone; `custom` is merged by a rule of its own. */
  readonly upsert: Field["upsert"] | "custom";
  /** As in the field table. */
  readonly default?: string;
  /** The field that it keeps; `cid` and `custom` keep what several fields say. */
  readonly field?: Field;
}

const channelFields = ["channel_type", "channel_id", "channel_member_ids"];

/** The columns of each item type, in the order of the field tables. Where the table tells a channel by type, id or members, one column `cid` stands for them; a channel itself keeps them beside it. `custom` is last, on types that take custom data. Every table has `app` before these and `import_id` after them. */
export const columns: Readonly<Record<ItemTypeName, readonly Column[]>> = byType(columnsOf);

function columnsOf(type: ItemTypeName): Column[] {
  const fields: readonly Field[] = itemTypes[type].fields;
  const found: Column[] = [];
  if (type === "channel") found.push({ name: "cid", holds: "text", upsert: "key" });
  for (const field of fields) {
    if (field.name === "channel_type") {
      found.push({ name: "cid", holds: "text", upsert: field.upsert });
    } else if (!channelFields.includes(field.name)) {
      const { name } = field;
      const upsert = type === "channel" && field.upsert === "key" ? "keep" : field.upsert;
      const column = { name, holds: holds(field), upsert, field };
      found.push(field.default === undefined ? column : { ...column, default: field.default });
    }
  }
  if (itemTypes[type].custom) found.push({ name: "custom", holds: "json", upsert: "custom" });
  return found;
}

function holds(field: Field): Column["holds"] {
  if (field.kind === "boolean") return "boolean";
  return field.kind === "string" || field.kind === "time" ? "text" : "json";
}
