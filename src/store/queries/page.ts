import type { ItemTypeName } from "../../format/index.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { present } from "../present.ts";
import type { Page, Paging } from "../query.ts";
import { StoreError } from "../store-error.ts";
import type { ColumnValue } from "../tables.ts";

const defaultLimit = 25;
const maxLimit = 300;

/** A row as a query gives it. */
export type QueriedRow = Readonly<Record<string, ColumnValue>>;

/** One page of a list: how many rows to fetch, after which key, and what to make of them. */
export interface PageRequest {
  /** One row more than the page holds, to tell whether there is a next one. */
  readonly fetch: number;
  /** The sort key to go on after; `undefined` on the first page. */
  readonly after: string[] | undefined;
  /** Makes the page of the rows fetched. `derived` are columns to present that the type's field table does not have. */
  readonly page: (
    type: ItemTypeName,
    rows: readonly QueriedRow[],
    derived?: readonly string[],
  ) => Page;
}

/** Reads what is asked for of a list that is sorted by the columns `key`. Throws a {@link StoreError} `invalid_limit` or `invalid_cursor`. */
export function pageRequest(list: string, key: readonly string[], paging: Paging): PageRequest {
  const limit = paging.limit ?? defaultLimit;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw new StoreError(
      "invalid_limit",
      `${limit} is no number of items on a page.`,
      `Ask for 1 to ${maxLimit}.`,
    );
  }
  const { cursor } = paging;
  return {
    fetch: limit + 1,
    after: cursor === undefined ? undefined : decodeCursor(list, cursor, key.length),
    page: (type, rows, derived) => {
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next =
        last &&
        encodeCursor(
          list,
          key.map((name) => String(last[name])),
        );
      const items = rows.slice(0, limit).map((row) => present(type, row, derived));
      return { kind: "page", items, next: next ?? null };
    },
  };
}
