import { type Kysely, sql } from "kysely";
import type { ItemKey, KnownItem } from "../../analyse/index.ts";
import type { ItemTables } from "../tables.ts";

/** How many keys one statement asks for; databases bound the parameters of a statement. */
const most = 500;

/** See `Store.knownItems`. */
export async function knownItems(
  db: Kysely<ItemTables>,
  app: number,
  keys: readonly ItemKey[],
): Promise<readonly KnownItem[]> {
  const found: KnownItem[] = [];
  const bySpace = Map.groupBy(keys, ({ space }) => space);
  for (const [space, inSpace] of bySpace) {
    for (let at = 0; at < inSpace.length; at += most) {
      const part = inSpace.slice(at, at + most).map(({ key }) => key);
      if (space === "user") found.push(...(await users(db, app, part)));
      if (space === "channel") found.push(...(await channels(db, app, part)));
      if (space === "member") found.push(...(await members(db, app, part)));
      if (space === "message") found.push(...(await messages(db, app, part)));
    }
  }
  return found;
}

type Find = (
  db: Kysely<ItemTables>,
  app: number,
  keys: readonly string[],
) => Promise<readonly KnownItem[]>;

const users: Find = async (db, app, keys) => {
  const rows = await db
    .selectFrom("users")
    .select("id")
    .where("app", "=", app)
    .where("id", "in", keys)
    .execute();
  return rows.map(({ id }) => ({ space: "user", key: String(id) }));
};

const channels: Find = async (db, app, keys) => {
  const rows = await db
    .selectFrom("channels")
    .select("cid")
    .where("app", "=", app)
    .where("cid", "in", keys)
    .execute();
  return rows.map(({ cid }) => ({ space: "channel", key: String(cid) }));
};

const members: Find = async (db, app, keys) => {
  const pairs = keys.map((key) => {
    const [cid, user] = key.split("\0");
    return sql`(${cid}, ${user})`;
  });
  const rows = await db
    .selectFrom("members")
    .select(["cid", "user_id"])
    .where("app", "=", app)
    .where(sql<boolean>`(cid, user_id) in (values ${sql.join(pairs)})`)
    .execute();
  return rows.map(({ cid, user_id }) => ({ space: "member", key: `${cid}\0${user_id}` }));
};

const messages: Find = async (db, app, keys) => {
  const rows = await db
    .selectFrom("messages")
    .select(["id", "cid", "parent_id", "type", "created_at"])
    .where("app", "=", app)
    .where("id", "in", keys)
    .execute();
  return rows.map((row) => ({
    space: "message",
    key: String(row.id),
    message: {
      cid: String(row.cid),
      isReply: row.parent_id !== null,
      isDeleted: row.type === "deleted",
      createdAt: String(row.created_at),
    },
  }));
};
