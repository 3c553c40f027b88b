import type { Kysely } from "kysely";
import type { NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";

/** Gives the page, unless it is empty because the channel that was asked for is not there. */
export async function inExistingChannel(
  db: Kysely<ItemTables>,
  app: number,
  cid: string,
  page: Page | NotFound,
): Promise<Page | NotFound> {
  if (page.kind === "not_found" || page.items.length > 0) return page;
  const channel = db.selectFrom("channels").where("app", "=", app).where("cid", "=", cid);
  const found = await channel.select("cid").executeTakeFirst();
  return found ? page : { kind: "not_found", type: "channel", key: cid };
}

/** Gives the page, unless it is empty because the message that was asked for is not there. */
export async function ofExistingMessage(
  db: Kysely<ItemTables>,
  app: number,
  id: string,
  page: Page | NotFound,
): Promise<Page | NotFound> {
  if (page.kind === "not_found" || page.items.length > 0) return page;
  const message = db.selectFrom("messages").where("app", "=", app).where("id", "=", id);
  const found = await message.select("id").executeTakeFirst();
  return found ? page : { kind: "not_found", type: "message", key: id };
}
