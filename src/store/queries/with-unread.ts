import { type Kysely, sql } from "kysely";
import type { ItemTables } from "../tables.ts";
import { counted } from "./fields/channel-counts.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";

/** Adds to rows of `members` their `unread_count`: messages of the channel that count and were created strictly after `last_read`; 0 without one. The times of a channel cut it into ranges, each counted once, so that many members cost little more than the one who has read least. */
export async function withUnread(
  db: Kysely<ItemTables>,
  { app, dialect }: QueryScope,
  rows: readonly QueriedRow[],
): Promise<readonly QueriedRow[]> {
  const read = rows.filter(({ last_read }) => last_read !== null);
  const ranges = Array.from(
    Map.groupBy(read, ({ cid }) => cid as string),
    ([cid, inChannel]) => {
      const times = [...new Set(inChannel.map(({ last_read }) => last_read as string))];
      return times
        .sort()
        .reverse()
        .map((after, at, all) => ({ cid, after, before: all[at - 1] }));
    },
  ).flat();
  const unread = new Map<string, number>();
  if (ranges.length > 0) {
    const values = ranges.map(
      ({ cid, after, before }) => sql`(${cid}, ${dialect.time(after)}, ${dialect.time(before)})`,
    );
    const counts = await db
      .selectFrom(
        sql<{ column1: string; column2: string; column3: string }>`(values ${sql.join(values)})`.as(
          "ranges",
        ),
      )
      .select([
        "ranges.column1 as cid",
        "ranges.column2 as after",
        sql<number | string>`(select count(*) from ${dialect.countedMessages}
        where messages.app = ${app} and messages.cid = ranges.column1 and ${counted}
          and messages.created_at > ranges.column2 and messages.created_at <= ranges.column3)`.as(
          "count",
        ),
      ])
      .execute();
    const inRange = new Map(counts.map(({ cid, after, count }) => [`${cid} ${after}`, +count]));
    let total = 0;
    for (const { cid, after, before } of ranges) {
      total = (before === undefined ? 0 : total) + inRange.get(`${cid} ${after}`)!;
      unread.set(`${cid} ${after}`, total);
    }
  }
  return rows.map((row) => ({
    ...row,
    unread_count: unread.get(`${row["cid"]} ${row["last_read"]}`) ?? 0,
  }));
}
