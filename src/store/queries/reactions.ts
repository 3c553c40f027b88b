import { type Kysely, sql } from "kysely";
import type { ListQuery, NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { builtInFields } from "./fields/built-in-fields.ts";
import { listPage } from "./list-page.ts";
import { ofExistingMessage } from "./or-not-found.ts";
import type { QueryScope } from "./query-scope.ts";

/** See `Store.reactions`. */
export async function reactions(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  messageId: string,
  query: ListQuery,
): Promise<Page | NotFound> {
  const { app, dialect } = scope;
  const list = {
    name: "reactions",
    type: "reaction",
    fields: new Map(builtInFields("reaction", dialect)),
    where: [sql`reactions.app = ${app}`, sql`reactions.message_id = ${messageId}`],
    sort: [{ field: "created_at", direction: -1 }],
    key: ["type", "user_id"],
  } as const;
  return ofExistingMessage(db, scope, messageId, await listPage(db, scope, list, query));
}
