import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ItemTypeName } from "../../format/index.ts";
import { columns } from "../columns.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { present } from "../present.ts";
import type { ListQuery, Page, SortField } from "../query.ts";
import { type ColumnValue, type ItemTables, tables } from "../tables.ts";
import { compileFilter } from "./compile-filter.ts";
import { compileSort } from "./compile-sort.ts";
import type { QueryFields } from "./field.ts";
import { pageBounds } from "./page-bounds.ts";
import type { QueryScope } from "./query-scope.ts";

/** A row as a query gives it. */
export type QueriedRow = Readonly<Record<string, ColumnValue>>;

/** A list of items of one type. */
export interface List {
  /** Its name, for cursors. */
  readonly name: string;
  readonly type: ItemTypeName;
  readonly fields: QueryFields;
  /** The rows of the type's table that are in it. */
  readonly where: readonly RawBuilder<unknown>[];
  /** How it is sorted unless the query says. */
  readonly sort: readonly SortField[];
  /** The fields that tell two items of it apart. */
  readonly key: readonly string[];
  /** Columns to present that the type's table does not have. */
  readonly derived?: Readonly<Record<string, RawBuilder<unknown>>>;
  /** The same, where they are found for all rows of a page at once. */
  readonly complete?: (rows: readonly QueriedRow[]) => Promise<readonly QueriedRow[]>;
}

/** Gives one page of a list: first the keys of its items are found and ordered, then the items themselves are read, so that nothing is carried or counted for rows that are not on the page. */
export async function listPage(
  db: Kysely<ItemTables>,
  { dialect, app }: QueryScope,
  list: List,
  { filter, sort, ...paging }: ListQuery,
): Promise<Page> {
  const { type, fields } = list;
  const subject = { type, fields, dialect };
  const table = tables[type];
  const order = compileSort(sort ?? list.sort, subject, list.key);
  const { limit, offset } = pageBounds(paging);
  const cursorOf = `${list.name} ${order.name}`;
  const names = order.values.map((_, i) => `order_${i}`);
  const conditions = [...list.where];
  if (filter !== undefined) conditions.push(compileFilter(filter, subject));
  if (paging.cursor !== undefined) {
    conditions.push(order.after(decodeCursor(cursorOf, paging.cursor, names.length)));
  }
  const keys = columns[type].filter(({ upsert }) => upsert === "key").map(({ name }) => name);
  const found = keys.map((key) => sql`${sql.ref(`${table}.${key}`)} as ${sql.id(`key_${key}`)}`);
  const ordered = order.values.map((value, i) => sql`${value} as ${sql.id(names[i]!)}`);
  const same = keys.map(
    (key) => sql`${sql.ref(`${table}.${key}`)} = ${sql.id("page", `key_${key}`)}`,
  );
  const derived = Object.entries(list.derived ?? {});
  const { rows } = await sql<QueriedRow>`
    with page as materialized (
      select ${sql.join([...found, ...ordered])} from ${sql.table(table)}
      where ${sql.join(conditions, sql` and `)}
      order by ${order.by(names)} limit ${limit + 1} offset ${offset}
    )
    select ${sql.join([
      sql`${sql.table(table)}.*`,
      sql`page.*`,
      ...derived.map(([name, value]) => sql`${value} as ${sql.id(name)}`),
    ])}
    from page join ${sql.table(table)} on ${sql.ref(`${table}.app`)} = ${app} and ${sql.join(same, sql` and `)}
    order by ${order.by(names.map((name) => `page.${name}`))}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const completed = (await list.complete?.(shown)) ?? shown;
  return {
    kind: "page",
    items: completed.map((row) => present(type, row)),
    next: last
      ? encodeCursor(
          cursorOf,
          names.map((name) => last[name]!),
        )
      : null,
  };
}
