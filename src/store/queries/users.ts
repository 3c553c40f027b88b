import type { Kysely } from "kysely";
import type { Page, UserQuery } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { pageRequest } from "./page.ts";

/** See `Store.users`. */
export async function users(
  db: Kysely<ItemTables>,
  app: number,
  { ids, ...paging }: UserQuery,
): Promise<Page> {
  const { fetch, after, page } = pageRequest("users", ["id"], paging);
  const rows = await db
    .selectFrom("users")
    .selectAll()
    .where("app", "=", app)
    .$if(ids !== undefined, (query) => query.where("id", "in", ids!))
    .$if(after !== undefined, (query) => query.where("id", ">", after![0]!))
    .orderBy("id")
    .limit(fetch)
    .execute();
  return page("user", rows);
}
