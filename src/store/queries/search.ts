import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Page, SearchQuery } from "../query.ts";
import { StoreError } from "../store-error.ts";
import type { ItemTables } from "../tables.ts";
import { channelConditions } from "./channels.ts";
import { compileFilter } from "./compile-filter.ts";
import { messageFields, replyCount } from "./fields/message-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleInChannel } from "./visible.ts";

/** See `Store.search`. */
export function search(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  { text, channels, user, ...query }: SearchQuery,
): Promise<Page> {
  if (text === undefined && query.filter === undefined) {
    throw new StoreError(
      "invalid_filter",
      "There is nothing to search for.",
      "Give words of the text, or a filter of messages.",
    );
  }
  const fields = messageFields(scope);
  const subject = { type: "message", fields, dialect: scope.dialect } as const;
  const where: RawBuilder<unknown>[] = [
    sql`messages.app = ${scope.app}`,
    sql`messages.type not in ('deleted', 'system')`,
    ...visibleInChannel(scope),
  ];
  if (text !== undefined) where.push(compileFilter({ text: { $q: text } }, subject, "search"));
  if (channels !== undefined || user !== undefined || scope.viewer !== undefined) {
    const conditions = channelConditions(scope, channels, "channels");
    where.push(
      sql`messages.cid in (select channels.cid from channels where ${sql.join(conditions, sql` and `)})`,
    );
  }
  const list = {
    name: "search",
    type: "message",
    fields,
    where,
    sort: [{ field: "created_at", direction: -1 }],
    key: ["id"],
    derived: { reply_count: replyCount },
  } as const;
  return listPage(db, scope, list, query);
}
