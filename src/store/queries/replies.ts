import type { Kysely } from "kysely";
import type { NotFound, Page, Paging } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { ofExistingMessage } from "./or-not-found.ts";
import { pageRequest } from "./page.ts";

/** See `Store.replies`. */
export async function replies(
  db: Kysely<ItemTables>,
  app: number,
  parentId: string,
  paging: Paging,
): Promise<Page | NotFound> {
  const { fetch, after, page } = pageRequest("replies", ["created_at", "id"], paging);
  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where("app", "=", app)
    .where("parent_id", "=", parentId)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple("created_at", "id"), ">", eb.tuple(after![0]!, after![1]!)),
      ),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(fetch)
    .execute();
  return ofExistingMessage(db, app, parentId, page("message", rows));
}
