import { type Kysely, sql } from "kysely";
import type { ListQuery, NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { memberFields } from "./fields/member-fields.ts";
import { listPage, type QueriedRow } from "./list-page.ts";
import { inExistingChannel } from "./or-not-found.ts";
import type { QueryScope } from "./query-scope.ts";
import { unreadCounts } from "./unread-counts.ts";

/** See `Store.members`. */
export async function members(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cid: string,
  query: ListQuery,
): Promise<Page | NotFound> {
  const { app } = scope;
  const withUnread = async (rows: readonly QueriedRow[]) => {
    const times = rows.flatMap((row) =>
      row["last_read"] === null ? [] : [String(row["last_read"])],
    );
    const unread = await unreadCounts(db, scope, cid, times);
    return rows.map((row) => ({ ...row, unread_count: unread.get(String(row["last_read"])) ?? 0 }));
  };
  const list = {
    name: "members",
    type: "member",
    fields: memberFields(scope),
    where: [sql`members.app = ${app}`, sql`members.cid = ${cid}`],
    sort: [{ field: "created_at" }],
    key: ["user_id"],
    complete: withUnread,
  } as const;
  return inExistingChannel(db, app, cid, await listPage(db, scope, list, query));
}
