import { StoreError } from "./store-error.ts";
import type { ColumnValue } from "./tables.ts";

/** Makes the cursor of a list from what the last item on a page is ordered by.
 *
 * @param list the list and its order: the cursor fits no other. */
export function encodeCursor(list: string, values: readonly ColumnValue[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString("base64url");
}

/** Reads a cursor back. Throws a {@link StoreError} `invalid_cursor` when it was not made by {@link encodeCursor} for the same list with as many values. */
export function decodeCursor(list: string, cursor: string, count: number): ColumnValue[] {
  const [name, ...values] = parsed(cursor);
  if (name === list && values.length === count && values.every(isColumnValue)) return values;
  throw new StoreError(
    "invalid_cursor",
    `${JSON.stringify(cursor.slice(0, 100))} is no cursor of this list in this order.`,
    "Pass `next` of the page before as it is, with the same sort; or leave the cursor out for the first page.",
  );
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isColumnValue(value: unknown): value is ColumnValue {
  return value === null || typeof value === "string" || Number.isFinite(value);
}
