import { InvalidArgumentError, Option } from "commander";
import type { Filter, ListQuery, SortField } from "../store/index.ts";

/** What every query takes. */
export interface QueryFlags {
  readonly app: string;
  readonly data: string;
  readonly format: "text" | "json";
  readonly limit: number;
  readonly offset?: number;
  readonly cursor?: string;
  readonly filter?: Filter;
  readonly sort?: readonly SortField[];
}

/** `--filter`: JSON, read here and judged by the store. */
export function filterOption(): Option {
  return new Option(
    "--filter <json>",
    "what they must hold: fields, values and operators",
  ).argParser((text: string): Filter => {
    try {
      return JSON.parse(text) as Filter;
    } catch {
      throw new InvalidArgumentError(
        `Give JSON, like '{"created_at":{"$gt":"2024-05-01T00:00:00Z"}}'.`,
      );
    }
  });
}

/** `--sort`: `created_at:desc,name`. */
export function sortOption(): Option {
  return new Option("--sort <fields>", "the order, like created_at:desc,name").argParser(
    (text: string): SortField[] =>
      text.split(",").map((part) => {
        const match = /^\s*([^:\s]+)(?::(asc|desc))?\s*$/.exec(part);
        if (!match) throw new InvalidArgumentError("Give fields, like created_at:desc,name.");
        return { field: match[1]!, direction: match[2] === "desc" ? -1 : 1 };
      }),
  );
}

/** What a query asks of the store: its flags, and the conditions that other flags stand for.
 *
 * @param conditions fields and what they must be; undefined where a flag was not given */
export function listQuery(
  { limit, offset, cursor, filter, sort }: Omit<QueryFlags, "app" | "data">,
  conditions: Readonly<Record<string, unknown>> = {},
): ListQuery {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const all = [
    ...given.map(([field, value]) => ({ [field]: value })),
    ...(filter === undefined ? [] : [filter]),
  ];
  return {
    limit,
    ...(offset !== undefined && { offset }),
    ...(cursor !== undefined && { cursor }),
    ...(sort && { sort }),
    ...(all.length > 0 && { filter: all.length === 1 ? all[0]! : { $and: all } }),
  };
}
