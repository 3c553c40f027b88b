import type { Kysely } from "kysely";
import type { NotFound, Page, Paging } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { ofExistingMessage } from "./or-not-found.ts";
import { pageRequest } from "./page.ts";

/** See `Store.reactions`. */
export async function reactions(
  db: Kysely<ItemTables>,
  app: number,
  messageId: string,
  paging: Paging,
): Promise<Page | NotFound> {
  const key = ["created_at", "type", "user_id"] as const;
  const { fetch, after, page } = pageRequest("reactions", key, paging);
  const rows = await db
    .selectFrom("reactions")
    .selectAll()
    .where("app", "=", app)
    .where("message_id", "=", messageId)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple(...key), "<", eb.tuple(after![0]!, after![1]!, after![2]!)),
      ),
    )
    .orderBy("created_at", "desc")
    .orderBy("type", "desc")
    .orderBy("user_id", "desc")
    .limit(fetch)
    .execute();
  return ofExistingMessage(db, app, messageId, page("reaction", rows));
}
