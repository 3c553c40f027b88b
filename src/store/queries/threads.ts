import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Page, ThreadQuery } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { replyCount } from "./fields/message-fields.ts";
import { threadFields } from "./fields/thread-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleMessages } from "./visible.ts";

/** See `Store.threads`. */
export function threads(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  query: ThreadQuery,
): Promise<Page> {
  const { app, user } = scope;
  const of = user === undefined ? [] : [sql`replies.cid in (${channelsOf(app, user)})`];
  const replies = sql`messages as replies where ${sql.join(
    [
      sql`replies.app = ${app}`,
      ...of,
      sql`replies.parent_id is not null`,
      sql`replies.type <> 'deleted'`,
    ],
    sql` and `,
  )}`;
  const where = [
    sql`messages.app = ${app}`,
    sql`messages.id in (select replies.parent_id from ${replies})`,
    ...visibleMessages(scope),
  ];
  if (user !== undefined) {
    where.push(
      sql`(messages.user = ${user} or messages.id in (select replies.parent_id from ${replies} and replies.user = ${user}))`,
    );
  }
  const list = {
    name: "threads",
    type: "message",
    fields: threadFields(scope),
    where,
    sort: [{ field: "last_message_at", direction: -1 }],
    key: ["parent_message_id"],
    derived: { reply_count: replyCount },
  } as const;
  return listPage(db, scope, list, query);
}

/** Looking into the user's channels alone is what keeps the question short. */
function channelsOf(app: number, user: string): RawBuilder<unknown> {
  return sql`select members.cid from members where members.app = ${app} and members.user_id = ${user}`;
}
