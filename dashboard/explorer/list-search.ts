import type { ItemsQuery } from "../../src/client/index.ts";
import { type Condition, conditionsOf } from "./condition.ts";

/** Where a list is: what stands of it in the address. */
export interface ListSearch {
  /** Words of the text, where messages are listed. */
  readonly words?: string | undefined;
  readonly where?: readonly Condition[] | undefined;
  /** A field, with `-` before it for the greatest first. Default: as the list has it. */
  readonly sort?: string | undefined;
  /** `next` of the page before. Default: the first page. */
  readonly after?: string | undefined;
}

/** Reads where a list is from an address. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { words, sort, after } = search;
  const where = conditionsOf(search["where"]);
  return {
    ...(isText(words) && { words }),
    ...(where.length > 0 && { where }),
    ...(isText(sort) && { sort }),
    ...(isText(after) && { after }),
  };
}

/** The sort and the page, as the API takes them. */
export function pagingOf({ sort, after }: ListSearch): Pick<ItemsQuery, "limit" | "sort" | "next"> {
  const field = sort?.replace(/^-/, "");
  return {
    limit: 30,
    ...(field && { sort: [{ field, direction: sort!.startsWith("-") ? -1 : 1 }] }),
    ...(after && { next: after }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
