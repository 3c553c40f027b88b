import { writeFileSync } from "node:fs";
import { Client } from "pg";
import { expect, test } from "vitest";
import { itemTypeNames } from "../src/format/index.ts";
import { type ApiKey, openControl, openStore, type StoreLocation } from "../src/store/index.ts";
import { tables } from "../src/store/tables.ts";
import { ApiClient } from "./api-client.ts";
import { communityFile, manyCommunities } from "./community.ts";
import { postgresPlace } from "./postgres/place.ts";
import { type Running, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

test("with DATABASE_URL the service and the commands work on the database, and nothing but files is in the folder", async () => {
  await using place = await postgresPlace();
  const { folder, url: DATABASE_URL } = place.location;
  const { url, process, ended } = await startServe(folder, { DATABASE_URL });
  const client = new ApiClient(url, await makeKey(place.location, "default"));
  const upload = await client.place("community.json");
  await client.put(upload, communityFile);
  const { id } = await client.step("POST", "/imports", { path: upload.path });
  await client.reaches(id, "waiting_confirmation");
  await client.step("POST", `/imports/${id}/confirm`);
  const { reconciliation } = await client.reaches(id, "completed");
  expect(reconciliation!["message"]).toMatchObject({ in_file: 1382, created: 1382 });
  process.kill("SIGTERM");
  expect((await ended).code).toBe(0);

  const run = (...words: string[]) =>
    startCli([...words, "--data", folder], undefined, [], { DATABASE_URL }).ended;
  const again = await run("import", communityFile, "--yes", "--format", "json");
  expect(JSON.parse(again.stdout)).toMatchObject({
    reconciliation: { message: { in_file: 1382, unchanged: 1382 } },
  });
  expect((await run("query", "users", "--limit", "1")).stdout).toContain("more:");
  const doctor = await run("doctor", "--format", "json");
  expect(doctor.stdout).toMatch(/PostgreSQL \d+\S* is there, and suits/);
  await using empty = await openStore({ folder });
  expect((await empty.countItems("default")).user).toBe(0);
}, 240_000);

test("without a database, commands say what is missing and how to mend it", async () => {
  using folder = tempFolder();
  const DATABASE_URL = "postgres://ana:secret@127.0.0.1:1/chatferry";
  const run = (...words: string[]) =>
    startCli([...words, "--data", folder.path], undefined, [], { DATABASE_URL }).ended;
  for (const words of [["query", "users"], ["serve"], ["worker"]]) {
    const { code, stderr } = await run(...words);
    expect([words, code]).toEqual([words, 3]);
    expect(stderr).toContain("The database chatferry on 127.0.0.1:1 cannot be reached");
    expect(stderr).toContain("Start PostgreSQL");
    expect(stderr).not.toContain("secret");
  }
  expect((await run("doctor")).stdout).toContain("cannot be reached");
  const { code, stderr } = await startCli(["worker", "--data", folder.path], undefined, [], {
    DATABASE_URL: "mysql://host/db",
  }).ended;
  expect(code).toBe(2);
  expect(stderr).toContain("begins with postgres://");
}, 120_000);

test("servers and workers share a database; whichever is killed, every import ends as one that nobody disturbed", async () => {
  using temp = tempFolder();
  const file = temp.file("many.jsonl");
  writeFileSync(file, manyCommunities(4));
  const apps = ["default", "one", "two"];
  await using clean = await postgresPlace();
  await using place = await postgresPlace();
  const { folder, url: DATABASE_URL } = place.location;
  await makeApps(place.location, apps);
  const env = { DATABASE_URL, CHATFERRY_LEASE: "2" };
  const start = () => startCli(["worker", "--data", folder, "--threads", "1"], undefined, [], env);
  const server = await startServe(folder, { DATABASE_URL });
  let workers: Running[] = [start(), start(), start()];
  const clients = await Promise.all(
    apps.map(async (app) => new ApiClient(server.url, await makeKey(place.location, app))),
  );
  const ids: string[] = [];
  for (const client of clients) {
    const upload = await client.place("many.jsonl");
    await client.put(upload, file);
    ids.push((await client.step("POST", "/imports", { path: upload.path })).id);
  }
  const ends = Promise.all(clients.map((client, i) => client.reaches(ids[i]!, "completed")));
  ends.catch(() => undefined);
  // The one that has been there longest is killed whenever a new one has begun to look for imports.
  for (let kills = 0; kills < 4; kills++) {
    const fresh = start();
    await fresh.says(/Waiting for imports/);
    const [oldest, ...rest] = workers;
    oldest!.process.kill("SIGKILL");
    await oldest!.ended;
    workers = [...rest, fresh];
  }
  const tasks = await ends;
  for (const { process } of [server, ...workers]) process.kill("SIGTERM");
  await Promise.all([server.ended, ...workers.map(({ ended }) => ended)]);

  const loaded = startCli(
    ["import", file, "--yes", "--data", clean.location.folder],
    undefined,
    [],
    {
      DATABASE_URL: clean.location.url,
    },
  );
  expect((await loaded.ended).code).toBe(0);
  const whole = await rowsOf(clean.location.url, "default");
  expect(whole["messages"]).toMatchObject({ count: String(4 * 1382) });
  await using store = await openStore(place.location);
  for (const [i, app] of apps.entries()) {
    expect(await rowsOf(DATABASE_URL, app)).toEqual(whole);
    expect(await store.reconciliation(app, 2)).toBeUndefined();
    for (const type of itemTypeNames) {
      const { in_file, created } = tasks[i]!.reconciliation![type] as Record<string, number>;
      expect([type, created]).toEqual([type, in_file]);
    }
  }
}, 300_000);

async function makeApps(location: StoreLocation, apps: readonly string[]): Promise<void> {
  await using store = await openStore(location);
  for (const app of apps) {
    if (app !== "default") await store.createApp(app, "development");
    await store.updateApp(app, { confirm: "automatic" });
  }
}

async function makeKey(location: StoreLocation, app: string): Promise<ApiKey> {
  await using control = await openControl(location);
  return await control.createKey(app, "script");
}

/** How many rows of an app each table has, and a hash of all that they hold but the app's number. */
async function rowsOf(url: string, app: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found: Record<string, unknown> = {};
    for (const table of [...Object.values(tables), "messages_search"]) {
      const { rows } = await client.query(
        `select count(*), md5(string_agg(line, ';' order by line collate "C")) as hash from
         (select (to_jsonb(t) - 'app')::text as line from ${table} as t join apps using (app) where apps.name = $1) as lines`,
        [app],
      );
      found[table] = rows[0];
    }
    return found;
  } finally {
    await client.end();
  }
}
