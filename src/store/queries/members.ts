import { type Kysely, sql } from "kysely";
import type { ListQuery, NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { memberFields } from "./fields/member-fields.ts";
import { listPage, type QueriedRow } from "./list-page.ts";
import { inExistingChannel } from "./or-not-found.ts";
import type { QueryScope } from "./query-scope.ts";
import { withUnread } from "./with-unread.ts";

/** See `Store.members`. */
export async function members(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cid: string,
  query: ListQuery,
): Promise<Page | NotFound> {
  const { app } = scope;
  const list = {
    name: "members",
    type: "member",
    fields: memberFields(scope),
    where: [sql`members.app = ${app}`, sql`members.cid = ${cid}`],
    sort: [{ field: "created_at" }],
    key: ["user_id"],
    complete: (rows: readonly QueriedRow[]) => withUnread(db, scope, rows),
  } as const;
  return inExistingChannel(db, scope, cid, await listPage(db, scope, list, query));
}
