import { type Kysely, sql } from "kysely";
import { present } from "../present.ts";
import type { PresentedItem } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { replyCount } from "./fields/message-fields.ts";
import type { QueriedRow } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleInChannel } from "./visible.ts";

/** See `Store.latestReplies`. */
export async function latestReplies(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly PresentedItem[]>> {
  const { app, dialect } = scope;
  const where = [sql`messages.type <> 'deleted'`, ...visibleInChannel(scope)];
  const { rows } = await sql<QueriedRow>`
    select "messages".*, ${replyCount} as reply_count
    from messages as parents join messages on messages.app = parents.app and messages.id in (
      select messages.id from messages
      where messages.app = parents.app and messages.parent_id = parents.id and ${sql.join(where, sql` and `)}
      order by messages.created_at desc, messages.id desc limit ${most}
    )
    where parents.app = ${app} and ${dialect.oneOf(sql.ref("parents.id"), ids)}
    order by messages.created_at desc, messages.id desc`.execute(db);
  const byParent = Map.groupBy(rows, (row) => row["parent_id"] as string);
  return new Map(
    ids.map((id) => [id, (byParent.get(id) ?? []).map((row) => present("message", row))]),
  );
}
