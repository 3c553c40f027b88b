import type { Kysely } from "kysely";
import type { NotFound, Page, Paging } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import { inChannel } from "./in-channel.ts";
import { inExistingChannel } from "./or-not-found.ts";
import { pageRequest } from "./page.ts";

/** See `Store.messages`. */
export async function messages(
  db: Kysely<ItemTables>,
  app: number,
  cid: string,
  paging: Paging,
): Promise<Page | NotFound> {
  const { fetch, after, page } = pageRequest("messages", ["created_at", "id"], paging);
  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where("app", "=", app)
    .where("cid", "=", cid)
    .where(inChannel)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple("created_at", "id"), "<", eb.tuple(after![0]!, after![1]!)),
      ),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(fetch)
    .execute();
  return inExistingChannel(db, app, cid, page("message", rows));
}
