import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { defaultApp } from "../app.ts";
import { loadAll } from "../contract/load-all.ts";
import { sampleItems } from "../contract/sample-items.ts";
import { insertApp } from "../statements/apps.ts";
import { addFunctions } from "./functions.ts";
import { migrate, sqliteMigrations } from "./migrations.ts";
import { runSteps } from "./run-steps.ts";
import { sqliteStore } from "./sqlite-store.ts";

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
  addFunctions(db);
  migrate(db, sqliteMigrations());
  runSteps(db, insertApp(defaultApp, "development"));
  const statements = tap(db);
  let store = sqliteStore(":memory:", db);
  await loadAll(store, sampleItems);
  const from = (list: string, ...values: string[]) => ({
    cursor: Buffer.from(JSON.stringify([list, ...values])).toString("base64url"),
  });
  const hall = "messaging:hall";
  const queries = {
    users: () => store.users("default", from("users -created_at,-id", "a", "b")),
    "users by id": () => store.users("default", { filter: { id: { $in: ["a", "b"] } } }),
    "users by name": () =>
      store.users("default", {
        filter: { name: { $autocomplete: "a" } },
        sort: [{ field: "name" }],
      }),
    channels: () => store.channels("default", from("channels -last_updated,-cid", "a", "b")),
    "channels of a member": () =>
      store.channels("default", { filter: { members: { $in: ["a"] } }, user: "a" }),
    "channels by cid": () => store.channels("default", { filter: { cid: "a" } }),
    members: () => store.members("default", hall, from("members created_at,user_id", "2", "b")),
    messages: () => store.messages("default", hall, from("messages -created_at,-id", "a", "b")),
    "messages before one": () => store.messages("default", hall, { id_lt: "m3" }),
    replies: () => store.replies("default", "a", from("replies created_at,id", "a", "b")),
    reactions: () =>
      store.reactions("default", "a", from("reactions -created_at,-type,-user_id", "a", "b", "c")),
    search: () => store.search("default", { text: "a b" }),
    "search in channels": () =>
      store.search("default", { text: "a", channels: { members: { $in: ["a"] } } }),
    "search without words": () =>
      store.search("default", {
        filter: { "user.id": "a", priority: { $gt: 1 } },
        channels: { cid: "a" },
      }),
    devices: () => store.devices("default", { filter: { user_id: "a" } }),
    bans: () => store.bans("default"),
    threads: () => store.threads("default", { viewer: "a", user: "a" }),
    "channels that a user sees": () =>
      store.channels("default", { viewer: "a", filter: { cid: "a" } }),
    "messages that a user sees": () => store.messages("default", hall, { viewer: "ana" }),
    "message that a user sees": () => store.messagesById("default", ["a"], "a"),
    usersById: () => store.usersById("default", ["a", "b"]),
    channelsById: () => store.channelsById("default", ["a", "b"]),
    channelDetails: () =>
      store.channelDetails("default", [hall, "a"], { messages: 25, members: 100, user: "ana" }),
    messageDetails: () => store.messageDetails("default", ["a", "b"], { user: "a" }),
    latestReplies: () => store.latestReplies("default", ["a", "b"], 2),
    unread: () => store.unread("default", ["a", "b"]),
    knownItems: () =>
      store.knownItems("default", [
        { space: "user", key: "a" },
        { space: "channel", key: "a:b" },
        { space: "member", key: "a:b\0c" },
        { space: "message", key: "a" },
      ]),
  };
  let text = "";
  for (const [name, query] of Object.entries(queries)) {
    statements.length = 0;
    // A store of its own for each, since one prepares a statement once.
    store = sqliteStore(":memory:", db);
    await query();
    // The query builder quotes names, what is written by hand does not.
    for (const sql of statements.filter((statement) => statement.includes('"'))) {
      const plan = db.prepare(`explain query plan ${sql}`).all();
      const steps = plan.map(({ detail }) => `--   ${detail as string}\n`);
      text += `-- ${name}\n${sql};\n${steps.join("")}\n`;
    }
  }
  db.close();
  await expect(text).toMatchFileSnapshot("./queries.sql");
});
