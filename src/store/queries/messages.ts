import { type Kysely, sql } from "kysely";
import type { MessageQuery, NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { inChannel } from "./fields/channel-counts.ts";
import { inExistingChannel } from "./or-not-found.ts";
import type { QueryScope } from "./query-scope.ts";
import { timelinePage } from "./timeline.ts";
import { visibleInChannel } from "./visible.ts";

/** See `Store.messages`. */
export async function messages(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cid: string,
  query: MessageQuery,
): Promise<Page | NotFound> {
  const { app } = scope;
  const where = [
    sql`messages.app = ${app}`,
    sql`messages.cid = ${cid}`,
    inChannel,
    ...visibleInChannel(scope),
  ];
  const timeline = { name: "messages", where, newestFirst: true };
  const page = await timelinePage(db, scope, timeline, query);
  return inExistingChannel(db, scope, cid, page);
}
