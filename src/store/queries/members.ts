import type { Kysely } from "kysely";
import type { NotFound, Page, Paging } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { inExistingChannel } from "./or-not-found.ts";
import { pageRequest } from "./page.ts";
import { unreadCounts } from "./unread-counts.ts";

/** See `Store.members`. */
export async function members(
  db: Kysely<ItemTables>,
  app: number,
  cid: string,
  paging: Paging,
): Promise<Page | NotFound> {
  const { fetch, after, page } = pageRequest("members", ["user_id"], paging);
  const rows = await db
    .selectFrom("members")
    .selectAll()
    .where("app", "=", app)
    .where("cid", "=", cid)
    .$if(after !== undefined, (query) => query.where("user_id", ">", after![0]!))
    .orderBy("user_id")
    .limit(fetch)
    .execute();
  const times = rows.flatMap((row) => (row.last_read === null ? [] : [String(row.last_read)]));
  const unread = await unreadCounts(db, app, cid, times);
  const counted = rows.map((row) => ({
    ...row,
    unread_count: unread.get(String(row.last_read)) ?? 0,
  }));
  return inExistingChannel(db, app, cid, page("member", counted, ["unread_count"]));
}
