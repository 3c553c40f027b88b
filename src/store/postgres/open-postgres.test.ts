import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresPlace, type PostgresPlace } from "../../../test/postgres/place.ts";
import { checkStore } from "../check-store.ts";
import { loadAll } from "../contract/load-all.ts";
import { sampleItems } from "../contract/sample-items.ts";
import { openControl } from "../open-control.ts";
import { openStore } from "../open-store.ts";

let place: PostgresPlace;
let owner: Client;
const folder = "";

beforeAll(async () => {
  place = await postgresPlace();
  owner = new Client({ connectionString: place.location.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await place[Symbol.asyncDispose]();
});

function urlWith(changes: Partial<URL>): string {
  return Object.assign(new URL(place.location.url), changes).href;
}

/** A database without tables, of a name that no other test of this run has. */
async function emptyDatabase(options = ""): Promise<string> {
  const name = `${new URL(place.location.url).pathname.slice(1)}_${++made}`;
  await owner.query(`create database ${name} ${options} template template0`);
  return urlWith({ pathname: `/${name}` });
}

let made = 0;

test.each([
  ["no server", { port: "1" }, "store_unreachable", /cannot be reached/, /Start PostgreSQL/],
  ["a wrong password", { password: "wrong" }, "store_refused", /does not let us in/, /password/],
  ["no such database", { pathname: "/none" }, "store_refused", /is not there/, /createdb/],
  ["no TLS", { search: "?sslmode=require" }, "store_refused", /SSL/, /sslmode/],
])("%s is said so, with the fix, and without the password", async (_, changes, code, what, fix) => {
  const url = urlWith(changes);
  for (const open of [openStore, openControl, checkStore]) {
    const error: unknown = await open({ folder, url }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: "StoreError", code });
    const { message, fix: given } = error as { message: string; fix: string };
    expect(message).toMatch(what);
    expect(given).toMatch(fix);
    expect(message).not.toContain(new URL(url).password);
  }
});

test("a database of another encoding is refused", async () => {
  const url = await emptyDatabase("encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'");
  await expect(openStore({ folder, url })).rejects.toMatchObject({
    code: "store_unsuitable",
    message: expect.stringContaining("SQL_ASCII"),
    fix: expect.stringContaining("encoding 'UTF8'"),
  });
});

test("a database that may only be read is said so, and what is there is read", async () => {
  await using there = await postgresPlace();
  {
    await using store = await openStore(there.location);
    await loadAll(store, sampleItems);
  }
  const url = `${there.location.url}?options=-c%20default_transaction_read_only%3Don`;
  await using store = await openStore({ folder, url });
  expect((await store.users("default")).items).toHaveLength(2);
  await expect(store.createApp("other", "development")).rejects.toMatchObject({
    code: "store_unwritable",
  });
});

test("several that start at once make the tables once", async () => {
  const url = await emptyDatabase();
  const opened = await Promise.all(
    Array.from({ length: 6 }, (_, i) => (i % 2 ? openStore : openControl)({ folder, url })),
  );
  for (const one of opened) await one[Symbol.asyncDispose]();
  expect(await checkStore({ folder, url })).toEqual([expect.stringMatching(/^PostgreSQL \d+/)]);
});

test("a database without tables is empty, and stays so when it is only looked at", async () => {
  const url = await emptyDatabase();
  expect(await checkStore({ folder, url })).toEqual([]);
  expect(await checkStore({ folder, url })).toEqual([]);
});

test("tables are made in the first schema of the search path, several stores side by side", async () => {
  const url = await emptyDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create schema one; create schema two");
  await client.end();
  const of = (schema: string) => `${url}?options=-c%20search_path%3D${schema}`;
  await using one = await openStore({ folder, url: of("one") });
  await using two = await openStore({ folder, url: of("two") });
  await loadAll(one, sampleItems);
  expect((await two.countItems("default")).user).toBe(0);
  await expect(openStore({ folder, url: of("none") })).rejects.toMatchObject({
    code: "store_unsuitable",
  });
});

test("a store of a newer version is refused", async () => {
  await using there = await postgresPlace();
  const client = new Client({ connectionString: there.location.url });
  await client.connect();
  await client.query("insert into migrations values ('9999-later.sql', '', now())");
  await client.end();
  await expect(openStore(there.location)).rejects.toMatchObject({ code: "store_newer" });
});

test("connections that are cut are replaced: who was asking is told, who asks next is answered", async () => {
  await using there = await postgresPlace();
  await using store = await openStore(there.location);
  await loadAll(store, sampleItems);
  const cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
  const database = new URL(there.location.url).pathname.slice(1);
  const before = await store.users("default");
  await owner.query(cut, [database]);
  const next = await store.users("default").catch((error: unknown) => error);
  if (next instanceof Error) expect(next).toMatchObject({ code: "store_unreachable" });
  expect(await store.users("default")).toEqual(before);
});

test("a statement that takes too long is ended, and that is said", async () => {
  await using there = await postgresPlace();
  await using store = await openStore(there.location);
  await owner.query("select 1");
  const locker = new Client({ connectionString: there.location.url });
  await locker.connect();
  await locker.query("begin; lock table users in access exclusive mode");
  const asked = store.users("default").catch((error: unknown) => error);
  const cancel =
    "select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  for (let found = 0; found === 0;) found = (await locker.query(cancel)).rowCount ?? 0;
  expect(await asked).toMatchObject({ code: "store_timeout", fix: expect.any(String) });
  await locker.end();
});

test("a row that is gone from the store is found when the load ends", async () => {
  await using there = await postgresPlace();
  await using store = await openStore(there.location);
  const client = new Client({ connectionString: there.location.url });
  await client.connect();
  await client.query(
    "create function lose() returns trigger language plpgsql as $$ begin return case when new.id = 'bo' then null else new end; end $$; create trigger lose before insert on users for each row execute function lose()",
  );
  await client.end();
  await expect(loadAll(store, sampleItems)).rejects.toMatchObject({
    code: "reconciliation_mismatch",
    message: expect.stringContaining("user: 2 rows written but 1 stored"),
  });
});
