import type { ItemTypeName } from "../format/index.ts";
import { byType } from "./by-type.ts";
import { columns } from "./columns.ts";
import type { Row } from "./row.ts";
import type { ColumnValue } from "./tables.ts";

/** The row of an item that is new to the app: what it gives, the defaults of the field tables, and null. `created_at` is the import time where the item does not say. */
export function newRow(type: ItemTypeName, given: Row, importTime: string): ColumnValue[] {
  return given.map((value, at) => {
    if (value !== undefined) return value;
    const fallback = defaults[type][at]!;
    return fallback === "import time" ? importTime : fallback;
  });
}

const defaults = byType((type) =>
  columns[type].map((column) => {
    if (column.default === undefined) return null;
    if (column.default === "import time" || column.holds === "json") return column.default;
    const value: unknown = JSON.parse(column.default);
    return typeof value === "boolean" ? Number(value) : (value as string);
  }),
);
