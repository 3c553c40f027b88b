import { type Kysely, sql } from "kysely";
import type { ChannelUnread } from "../details.ts";
import type { ItemTables } from "../tables.ts";
import { counted } from "./fields/channel-counts.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleChannels } from "./visible.ts";

/** See `Store.unread`. */
export async function unread(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  users: readonly string[],
): Promise<ReadonlyMap<string, readonly ChannelUnread[]>> {
  const { app, dialect } = scope;
  const where = [
    sql`members.app = ${app}`,
    dialect.oneOf(sql.ref("members.user_id"), users),
    sql`members.last_read is not null`,
    ...visibleChannels(scope),
  ];
  const there = await sql<{ id: string }>`
    select "users".id from users
    where users.app = ${app} and ${dialect.oneOf(sql.ref("users.id"), users)}`.execute(db);
  const { rows } = await sql<QueriedRow>`
    select * from (
      select "members".user_id, members.cid, channels.team, members.last_read,
        (select count(*) from ${dialect.countedMessages}
          where messages.app = ${app} and messages.cid = members.cid and ${counted}
            and messages.created_at > members.last_read) as unread,
        (select max(messages.created_at) from ${dialect.countedMessages}
          where messages.app = ${app} and messages.cid = members.cid and ${counted}) as last_message_at
      from members join channels on channels.app = members.app and channels.cid = members.cid
      where ${sql.join(where, sql` and `)}
    ) as counts
    where unread > 0 order by last_message_at desc, cid`.execute(db);
  const byUser = Map.groupBy(rows, (row) => row["user_id"]);
  return new Map(
    there.rows.map(({ id }) => [
      id,
      (byUser.get(id) ?? []).map((row) => ({
        cid: row["cid"] as string,
        team: row["team"] as string | null,
        lastRead: row["last_read"] as string,
        lastMessageAt: row["last_message_at"] as string,
        count: Number(row["unread"]),
      })),
    ]),
  );
}
