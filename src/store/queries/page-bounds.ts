import type { Paging } from "../query.ts";
import { StoreError } from "../store-error.ts";

const defaultLimit = 25;
const maxLimit = 300;
const maxOffset = 1000;

/** How many items a page holds, and how many before it are passed over. Throws a {@link StoreError} `invalid_limit` or `invalid_cursor`. */
export function pageBounds({ limit = defaultLimit, offset = 0, cursor }: Paging): {
  readonly limit: number;
  readonly offset: number;
} {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw new StoreError(
      "invalid_limit",
      `${limit} is no number of items on a page.`,
      `Ask for 1 to ${maxLimit}.`,
    );
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > maxOffset) {
    throw new StoreError(
      "invalid_limit",
      `${offset} is no number of items to pass over.`,
      `Pass over 0 to ${maxOffset.toLocaleString("en-US")}; a cursor goes further.`,
    );
  }
  if (offset > 0 && cursor !== undefined) {
    throw new StoreError(
      "invalid_cursor",
      "A page begins behind a cursor or at an offset, not both.",
      "Leave one of them out.",
    );
  }
  return { limit, offset };
}
