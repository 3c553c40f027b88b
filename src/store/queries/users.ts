import { type Kysely, sql } from "kysely";
import type { ListQuery, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { userFields } from "./fields/user-fields.ts";
import { listPage } from "./list-page.ts";
import type { QueryScope } from "./query-scope.ts";
import { onlyViewer } from "./visible.ts";

/** See `Store.users`. */
export function users(db: Kysely<ItemTables>, scope: QueryScope, query: ListQuery): Promise<Page> {
  const list = {
    name: "users",
    type: "user",
    fields: userFields(scope),
    where: [sql`users.app = ${scope.app}`, ...onlyViewer(scope, sql.ref("users.id"))],
    sort: [{ field: "created_at", direction: -1 }],
    key: ["id"],
  } as const;
  return listPage(db, scope, list, query);
}
