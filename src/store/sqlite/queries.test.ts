import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { defaultApp } from "../app.ts";
import { loadAll } from "../contract/load-all.ts";
import { sampleItems } from "../contract/sample-items.ts";
import { insertApp } from "./apps.ts";
import { migrate, readMigrations } from "./migrations.ts";
import { SqliteStore } from "./sqlite-store.ts";

/** Lists the statements that run on a database, as they are prepared. */
function tap(db: DatabaseSync): string[] {
  const statements: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    statements.push(sql);
    return prepare(sql);
  };
  return statements;
}

test("queries.sql is what queries run, and by which indexes", async () => {
  const db = new DatabaseSync(":memory:");
  migrate(db, readMigrations());
  insertApp(db, defaultApp, "development");
  const statements = tap(db);
  await using store = new SqliteStore(":memory:", db);
  await loadAll(store, sampleItems);
  const cursor = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString("base64url");

  const hall = "messaging:hall";
  const queries = {
    users: () => store.users("default", { cursor: cursor("users", "a") }),
    channels: () => store.channels("default", { member: "a", cursor: cursor("channels", "a") }),
    members: () => store.members("default", hall, { cursor: cursor("members", "a") }),
    messages: () => store.messages("default", hall, { cursor: cursor("messages", "a", "b") }),
    replies: () => store.replies("default", "a", { cursor: cursor("replies", "a", "b") }),
    reactions: () =>
      store.reactions("default", "a", { cursor: cursor("reactions", "a", "b", "c") }),
  };
  let text = "";
  for (const [name, query] of Object.entries(queries)) {
    statements.length = 0;
    await query();
    // The query builder quotes names, what is written by hand does not.
    for (const sql of statements.filter((statement) => statement.includes('"'))) {
      const plan = db.prepare(`explain query plan ${sql}`).all();
      const steps = plan.map(({ detail }) => `--   ${detail as string}\n`);
      text += `-- ${name}\n${sql};\n${steps.join("")}\n`;
    }
  }
  await expect(text).toMatchFileSnapshot("./queries.sql");
});
