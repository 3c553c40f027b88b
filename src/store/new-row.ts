import type { ItemTypeName } from "../format/index.ts";
import { byType } from "./by-type.ts";
import { columns } from "./columns.ts";
import type { Row } from "./row.ts";
import type { ColumnValue } from "./tables.ts";

/** The row of an item that is new to the app: what it gives, the defaults of the field tables, and null. `created_at` is the import time where the item does not say. */
export function newRow(type: ItemTypeName, given: Row, importTime: string): ColumnValue[] {
  const row = defaults[type].slice();
  for (let at = 0; at < row.length; at++) {
    const value = given[at];
    if (value !== undefined) row[at] = value;
    else if (row[at] === importTimeDefault) row[at] = importTime;
  }
  return row;
}

/** Stands in the field tables for the time of the import. */
const importTimeDefault = "import time";

const defaults = byType((type) =>
  columns[type].map((column): ColumnValue => {
    if (column.default === undefined) return null;
    if (column.default === importTimeDefault || column.holds === "json") return column.default;
    const value: unknown = JSON.parse(column.default);
    return typeof value === "boolean" ? Number(value) : (value as string);
  }),
);
