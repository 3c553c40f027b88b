import { type Kysely, sql } from "kysely";
import type { ListQuery, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { builtInFields } from "./fields/built-in-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { onlyViewer } from "./visible.ts";

/** See `Store.devices`. */
export function devices(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  query: ListQuery,
): Promise<Page> {
  const list = {
    name: "devices",
    type: "device",
    fields: new Map(builtInFields("device", scope.dialect)),
    where: [sql`devices.app = ${scope.app}`, ...onlyViewer(scope, sql.ref("devices.user_id"))],
    sort: [{ field: "user_id" }],
    key: ["id"],
  } as const;
  return listPage(db, scope, list, query);
}
