import { type ItemTypeName, parseJson } from "../format/index.ts";
import { columns } from "./columns.ts";
import type { Row } from "./row.ts";
import { sameJson } from "./same-json.ts";
import type { ColumnValue } from "./tables.ts";

/** What an upsert makes of a stored row and the row of an item with the same key; `undefined` when nothing changes.
 *
 * - A value that the item gives overwrites; what it does not give stays. Fields that the field table marks `keep` stay as they are.
 * - Custom data is merged key by key, shallow, a null stored as null. Without `mergeCustom` it becomes what the item gives, as a whole, also when that is none.
 * - JSON that differs only in the order of keys is the same.
 *
 * Source: docs/decisions, "existing values on upsert". */
export function merge(
  type: ItemTypeName,
  existing: readonly ColumnValue[],
  given: Row,
  mergeCustom: boolean,
): ColumnValue[] | undefined {
  let merged: ColumnValue[] | undefined;
  for (const [at, { upsert, holds }] of columns[type].entries()) {
    const stored = existing[at] ?? null;
    const value = upsert === "custom" ? customData(stored, given[at], mergeCustom) : given[at];
    if (value === undefined || upsert === "key" || upsert === "keep") continue;
    if (value === stored || (holds === "json" && sameText(stored, value))) continue;
    merged ??= [...existing];
    merged[at] = value;
  }
  return merged;
}

function customData(
  stored: ColumnValue,
  given: string | number | undefined,
  mergeCustom: boolean,
): ColumnValue | undefined {
  if (!mergeCustom) return given ?? null;
  if (given === undefined || stored === null) return given;
  const entries = [stored, given].flatMap((text) => Object.entries(parse(text)));
  return JSON.stringify(Object.fromEntries(entries));
}

function sameText(a: ColumnValue, b: ColumnValue): boolean {
  return a !== null && b !== null && sameJson(parse(a), parse(b));
}

function parse(text: string | number): object {
  return parseJson(String(text)) as object;
}
