import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { migrate } from "./migrations.ts";

const one = { name: "0001-a.sql", sql: "create table a (x)" };
const two = { name: "0002-b.sql", sql: "create table b (x)" };

function migrated(...migrations: (typeof one)[]): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  migrate(db, migrations);
  return db;
}

function tablesOf(db: DatabaseSync): unknown[] {
  const tables = db.prepare("select name from sqlite_schema where type = 'table' order by name");
  return tables.all().map(({ name }) => name);
}

test("each step is made once, new ones as they come", () => {
  const db = migrated(one);
  migrate(db, [one]);
  migrate(db, [one, two]);
  expect(tablesOf(db)).toEqual(["a", "b", "migrations"]);
});

test("a step that fails leaves nothing behind", () => {
  const db = migrated(one);
  const broken = { name: "0002-b.sql", sql: "create table b (x); create table a (x)" };
  expect(() => migrate(db, [one, broken])).toThrow(/already exists/);
  expect(tablesOf(db)).toEqual(["a", "migrations"]);
});

test("a step that was changed after it was made is refused", () => {
  const changed = { ...one, sql: "create table a (x, y)" };
  expect(() => migrate(migrated(one), [changed])).toThrow(
    expect.objectContaining({ code: "store_migrations" }),
  );
});

test("a step that is missing is refused", () => {
  expect(() => migrate(migrated(one, two), [two])).toThrow(
    expect.objectContaining({ code: "store_migrations" }),
  );
});

test("a store of a newer version is refused", () => {
  expect(() => migrate(migrated(one, two), [one])).toThrow(
    expect.objectContaining({ code: "store_newer" }),
  );
});
