import { readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { controlContract } from "../control.contract.ts";
import { importStateNames } from "../import-states.ts";
import { openControl } from "../open-control.ts";
import { migrate, sqliteMigrations } from "./migrations.ts";

controlContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-control-"));
  return {
    location: { folder },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
});

const db = new DatabaseSync(":memory:");
migrate(db, sqliteMigrations("control-migrations"));

test("control-schema.sql is what the migrations make", async () => {
  const objects = db
    .prepare(
      "select sql from sqlite_schema where sql is not null order by tbl_name, type desc, name",
    )
    .all();
  const dump = objects.map(({ sql }) => `${sql as string};\n`).join("\n");
  await expect(dump).toMatchFileSnapshot("./control-schema.sql");
});

test("the states that the schema admits are those of the table of states", () => {
  const { sql } = db.prepare("select sql from sqlite_schema where name = 'imports'").get()!;
  const [, list] = /check \(state in \(([^)]*)\)\)/.exec(sql as string)!;
  expect(list!.split(", ")).toEqual(importStateNames.map((name) => `'${name}'`));
});

test("nobody but the owner reads the files, which hold secrets", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-control-"));
  try {
    await using control = await openControl({ folder });
    await control.createKey("default", "script");
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
