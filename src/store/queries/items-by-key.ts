import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ItemMap } from "../details.ts";
import { present } from "../present.ts";
import { type ItemTables, tables } from "../tables.ts";
import { channelCounts } from "./fields/channel-counts.ts";
import { replyCount } from "./fields/message-fields.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleChannels, visibleMessages } from "./visible.ts";

/** See `Store.usersById`. */
export function usersById(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  ids: readonly string[],
): Promise<ItemMap> {
  return itemsByKey(db, scope, { type: "user", key: "id", where: [], derived: {} }, ids);
}

/** See `Store.channelsById`. */
export function channelsById(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cids: readonly string[],
): Promise<ItemMap> {
  const where = visibleChannels(scope);
  const { message_count: _, ...derived } = channelCounts;
  return itemsByKey(db, scope, { type: "channel", key: "cid", where, derived }, cids);
}

/** See `Store.messagesById`. */
export function messagesById(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  ids: readonly string[],
): Promise<ItemMap> {
  const where = visibleMessages(scope);
  const derived = { reply_count: replyCount };
  return itemsByKey(db, scope, { type: "message", key: "id", where, derived }, ids);
}

interface Wanted {
  readonly type: "user" | "channel" | "message";
  readonly key: "id" | "cid";
  readonly where: readonly RawBuilder<unknown>[];
  readonly derived: Readonly<Record<string, RawBuilder<unknown>>>;
}

async function itemsByKey(
  db: Kysely<ItemTables>,
  { app, dialect }: QueryScope,
  { type, key, where, derived }: Wanted,
  keys: readonly string[],
): Promise<ItemMap> {
  if (keys.length === 0) return new Map();
  const table = tables[type];
  const conditions = [
    sql`${sql.ref(`${table}.app`)} = ${app}`,
    dialect.oneOf(sql.ref(`${table}.${key}`), keys),
    ...where,
  ];
  const more = Object.entries(derived).map(([name, value]) => sql`${value} as ${sql.id(name)}`);
  const { rows } = await sql<QueriedRow>`
    select ${sql.join([sql`${sql.table(table)}.*`, ...more])} from ${sql.table(table)}
    where ${sql.join(conditions, sql` and `)}`.execute(db);
  return new Map(rows.map((row) => [row[key] as string, present(type, row)]));
}
