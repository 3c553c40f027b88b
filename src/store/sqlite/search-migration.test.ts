import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { addFunctions } from "./functions.ts";
import { migrate, sqliteMigrations } from "./migrations.ts";
import { sqliteStore } from "./sqlite-store.ts";

test("a store made before there was an index of search gets one, and keeps its messages", async () => {
  const db = new DatabaseSync(":memory:");
  addFunctions(db);
  const migrations = sqliteMigrations();
  migrate(db, migrations.slice(0, 1));
  db.exec("insert into apps (app, name, mode) values (1, 'default', 'development')");
  const insert = db.prepare(
    `insert into messages (app, id, cid, "user", text, type, attachments, show_in_channel, created_at, import_id)
     values (1, ?, 'messaging:hall', 'bo', ?, ?, '[]', 0, '2024-05-01T10:00:00.000000Z', 1)`,
  );
  insert.run("m1", "Old news", "regular");
  insert.run("m2", "Café 東京", "reply");
  insert.run("m3", "Old and gone", "deleted");
  insert.run("m4", null, "regular");

  migrate(db, migrations);
  await using store = sqliteStore(":memory:", db);
  const ids = async (text: string) =>
    (await store.search("default", { text })).items.map(({ id }) => id);
  expect(await ids("old")).toEqual(["m1"]);
  expect(await ids("cafe")).toEqual(["m2"]);
  expect(await ids("京")).toEqual(["m2"]);
  expect(await store.countItems("default")).toMatchObject({ message: 4 });
  db.exec("vacuum");
  expect(await ids("old")).toEqual(["m1"]);
});
