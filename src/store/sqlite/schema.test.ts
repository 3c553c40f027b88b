import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { itemTypeNames } from "../../format/index.ts";
import { columns } from "../columns.ts";
import { tables } from "../tables.ts";
import { addFunctions } from "./functions.ts";
import { migrate, sqliteMigrations } from "./migrations.ts";

const db = new DatabaseSync(":memory:");
addFunctions(db);
migrate(db, sqliteMigrations());

test("schema.sql is what the migrations make", async () => {
  const objects = db
    .prepare(
      "select sql from sqlite_schema where sql is not null order by tbl_name, type desc, name",
    )
    .all();
  const dump = objects.map(({ sql }) => `${sql as string};\n`).join("\n");
  await expect(dump).toMatchFileSnapshot("./schema.sql");
});

describe.each(itemTypeNames)("%s", (type) => {
  const info = db.prepare(`select name, type, "notnull" from pragma_table_info(?)`);
  // The number of a message is the store's own.
  const stored = info.all(tables[type]).filter(({ name }) => name !== "number");
  const keys = db
    .prepare(
      `select c.name from pragma_index_list(?) i, pragma_index_info(i.name) c where i.origin in ('pk', 'u')`,
    )
    .all(tables[type]);

  test("has the columns of its field table", () => {
    const names = columns[type].map(({ name }) => name);
    expect(stored.map(({ name }) => name)).toEqual(["app", ...names, "import_id"]);
  });

  test("has the type, the default and the key that its field table says", () => {
    for (const column of columns[type]) {
      const found = stored.find(({ name }) => name === column.name)!;
      expect(found["type"]).toBe(column.holds === "boolean" ? "INTEGER" : "TEXT");
      const notNull = column.default === undefined ? 0 : 1;
      expect(found["notnull"]).toBeGreaterThanOrEqual(notNull);
      const isKey = keys.some(({ name }) => name === column.name);
      expect({ name: column.name, isKey }).toEqual({
        name: column.name,
        isKey: column.upsert === "key",
      });
    }
  });
});

test("every key and index begins with the app", () => {
  const indexes = db
    .prepare(
      `select t.name as "table", i.name as "index", c.name as "first"
       from sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
       where t.type = 'table' and c.seqno = 0 and t.name not in ('apps', 'migrations')
         and t.name not like 'messages_search%'`,
    )
    .all();
  expect(indexes.length).toBeGreaterThan(20);
  for (const index of indexes) expect(index).toMatchObject({ first: "app" });
});
