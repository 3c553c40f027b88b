import { StoreError } from "./store-error.ts";

/** Makes the cursor of a list from the sort key of the last item on a page. */
export function encodeCursor(list: string, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
}

/** Reads a cursor back into the sort key. Throws a {@link StoreError} `invalid_cursor` when it was not made by {@link encodeCursor} for the same list with as many parts. */
export function decodeCursor(list: string, cursor: string, parts: number): string[] {
  const [name, ...key] = parsed(cursor);
  const valid = name === list && key.length === parts;
  if (valid && key.every((part) => typeof part === "string")) return key;
  throw new StoreError(
    "invalid_cursor",
    `"${cursor}" is no cursor of the list of ${list}.`,
    "Pass `next` of the page before as it is, or leave the cursor out for the first page.",
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
