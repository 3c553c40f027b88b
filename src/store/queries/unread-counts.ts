import { type Kysely, sql } from "kysely";
import type { ItemTables } from "../tables.ts";
import { counted } from "./fields/channel-counts.ts";
import type { QueryScope } from "./query-scope.ts";

/** How many messages of a channel that count were created strictly after each of some times, by time. The times cut the channel into ranges, each counted once, so that many members cost little more than the one who has read least. */
export async function unreadCounts(
  db: Kysely<ItemTables>,
  { app, dialect }: QueryScope,
  cid: string,
  times: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const descending = [...new Set(times)].sort().reverse();
  const unread = new Map<string, number>();
  if (descending.length === 0) return unread;
  // "a" is greater than any time.
  const ranges = descending.map((after, at) => sql`(${after}, ${descending[at - 1] ?? "a"})`);
  const rows = await db
    .selectFrom(
      sql<{ column1: string; column2: string }>`(values ${sql.join(ranges)})`.as("ranges"),
    )
    .select([
      "ranges.column1 as after",
      sql<number | string>`(select count(*) from ${dialect.countedMessages}
        where messages.app = ${app} and messages.cid = ${cid} and ${counted}
          and messages.created_at > ranges.column1 and messages.created_at <= ranges.column2)`.as(
        "count",
      ),
    ])
    .execute();
  const counts = new Map(rows.map(({ after, count }) => [after, Number(count)]));
  let total = 0;
  for (const time of descending) {
    total += counts.get(time)!;
    unread.set(time, total);
  }
  return unread;
}
