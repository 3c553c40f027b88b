import { type Kysely, sql } from "kysely";
import type { MessageQuery, NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { ofExistingMessage } from "./or-not-found.ts";
import type { QueryScope } from "./query-scope.ts";
import { timelinePage } from "./timeline.ts";
import { visibleInChannel } from "./visible.ts";

/** See `Store.replies`. */
export async function replies(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  parentId: string,
  query: MessageQuery,
): Promise<Page | NotFound> {
  const { app } = scope;
  const where = [
    sql`messages.app = ${app}`,
    sql`messages.parent_id = ${parentId}`,
    ...visibleInChannel(scope),
  ];
  const timeline = { name: "replies", where, newestFirst: false };
  const page = await timelinePage(db, scope, timeline, query);
  return ofExistingMessage(db, scope, parentId, page);
}
