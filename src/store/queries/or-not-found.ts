import { type Kysely, type RawBuilder, sql } from "kysely";
import type { NotFound, Page } from "../query.ts";
import type { ItemTables } from "../tables.ts";
import type { QueryScope } from "./query-scope.ts";
import { visibleChannels, visibleMessages } from "./visible.ts";

/** Gives the page, unless the channel that was asked for is not there, or not for the viewer. Where there is no viewer, a page that is not empty says enough. */
export async function inExistingChannel(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  cid: string,
  page: Page | NotFound,
): Promise<Page | NotFound> {
  if (tellsEnough(scope, page)) return page;
  const found = await isThere(db, "channels", [
    sql`channels.app = ${scope.app}`,
    sql`channels.cid = ${cid}`,
    ...visibleChannels(scope),
  ]);
  return found ? page : { kind: "not_found", type: "channel", key: cid };
}

/** Gives the page, unless the message that was asked for is not there, or not for the viewer. Where there is no viewer, a page that is not empty says enough. */
export async function ofExistingMessage(
  db: Kysely<ItemTables>,
  scope: QueryScope,
  id: string,
  page: Page | NotFound,
): Promise<Page | NotFound> {
  if (tellsEnough(scope, page)) return page;
  const found = await isThere(db, "messages", [
    sql`messages.app = ${scope.app}`,
    sql`messages.id = ${id}`,
    ...visibleMessages(scope),
  ]);
  return found ? page : { kind: "not_found", type: "message", key: id };
}

function tellsEnough({ viewer }: QueryScope, page: Page | NotFound): boolean {
  return viewer === undefined && (page.kind === "not_found" || page.items.length > 0);
}

async function isThere(
  db: Kysely<ItemTables>,
  table: keyof ItemTables,
  where: readonly RawBuilder<unknown>[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 as "found" from ${sql.table(table)} where ${sql.join(where, sql` and `)}`.execute(db);
  return rows.length > 0;
}
