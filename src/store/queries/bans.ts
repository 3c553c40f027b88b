import { type Kysely, sql } from "kysely";
import type { ListQuery, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { builtInFields } from "./fields/built-in-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { onlyViewer } from "./visible.ts";

/** See `Store.bans`. */
export function bans(db: Kysely<ItemTables>, scope: QueryScope, query: ListQuery): Promise<Page> {
  const list = {
    name: "bans",
    type: "future_channel_ban",
    fields: new Map(builtInFields("future_channel_ban", scope.dialect)),
    where: [
      sql`future_channel_bans.app = ${scope.app}`,
      ...onlyViewer(scope, sql.ref("future_channel_bans.created_by")),
    ],
    sort: [{ field: "created_by" }],
    key: ["created_by", "target_id"],
  } as const;
  return listPage(db, scope, list, query);
}
