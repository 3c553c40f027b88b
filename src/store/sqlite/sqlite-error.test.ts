import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { loadAll } from "../contract/load-all.ts";
import { sampleItems } from "../contract/sample-items.ts";
import { openDatabase } from "./open-database.ts";
import { openSqliteStore, sqliteStore } from "./sqlite-store.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatferry-store-"));
  file = join(folder, "data.db");
});

afterEach(() => rm(folder, { recursive: true }));

test("a file that is no database is named", async () => {
  await writeFile(file, "not a database, but long enough to be taken for one".repeat(100));
  await expect(openSqliteStore(file)).rejects.toMatchObject({
    name: "StoreError",
    code: "store_damaged",
    message: expect.stringContaining(file),
    cause: { errcode: 26 },
  });
});

test("a folder that cannot be made is named", async () => {
  await writeFile(file, "a file");
  for (const path of [join(file, "data.db"), join(file, "deeper", "data.db"), folder]) {
    await expect(openSqliteStore(path)).rejects.toMatchObject({
      code: "store_unwritable",
      message: expect.stringContaining(path),
    });
  }
});

test("a lock that another process does not let go of is said so, and the load goes on later", async () => {
  const waitingTime = 20;
  await using store = sqliteStore(file, openDatabase(file, waitingTime));
  using other = new DatabaseSync(file);
  other.exec("begin immediate");
  await expect(loadAll(store, sampleItems)).rejects.toMatchObject({
    code: "store_locked",
    fix: expect.stringContaining("Wait until the other process has finished"),
  });
  expect((await store.users("default")).items).toEqual([]);
  other.exec("rollback");
  expect((await loadAll(store, sampleItems)).user.created).toBe(2);
});

test("a full disk is said so, with nothing of the batch written, and the load goes on later", async () => {
  const db = openDatabase(file);
  await using store = sqliteStore(file, db);
  const many = Array.from({ length: 2_000 }, (_, i): CheckedItem => ({
    type: "user",
    item: { id: `u${i}`, note: "x".repeat(1_000) },
  }));
  db.exec("pragma max_page_count = 100");
  await expect(loadAll(store, many)).rejects.toMatchObject({
    code: "disk_full",
    fix: expect.stringContaining("Make room on the disk"),
    cause: { errcode: 13 },
  });
  expect((await store.countItems("default")).user).toBe(0);
  db.exec("pragma max_page_count = 1000000");
  expect((await loadAll(store, many)).user).toMatchObject({ created: 2_000 });
  expect(await store.reconciliation("default", 2)).toBeUndefined();
});

test("a row that is gone from the store is found when the load ends", async () => {
  const db = openDatabase(file);
  await using store = sqliteStore(file, db);
  db.exec("create trigger lose after insert on users begin delete from users where id = 'bo'; end");
  await expect(loadAll(store, sampleItems)).rejects.toMatchObject({
    code: "reconciliation_mismatch",
    message: expect.stringContaining("user: 2 rows written but 1 stored"),
  });
});
