import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadAll } from "../contract/load-all.ts";
import { sampleItems } from "../contract/sample-items.ts";
import { openStore } from "../open-store.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatferry-store-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("a store that may only be read is read, and nothing appears beside it", async () => {
  {
    await using store = await openStore({ folder });
    await loadAll(store, sampleItems);
  }
  const before = await readdir(folder);
  await using store = await openStore({ folder, readOnly: true });
  const filter = { id: { $autocomplete: "an" } };
  expect((await store.users("default", { filter })).items).toMatchObject([{ id: "ana" }]);
  expect((await store.search("default", { text: "hej" })).items.length).toBeGreaterThan(0);
  await expect(store.createApp("other", "development")).rejects.toMatchObject({
    code: "store_unwritable",
  });
  expect(await readdir(folder)).toEqual(before);
});

test("what another process has written and not yet put into place is read too", async () => {
  await using writer = await openStore({ folder });
  await loadAll(writer, sampleItems);
  await using store = await openStore({ folder, readOnly: true });
  expect(await store.users("default")).toEqual(await writer.users("default"));
});

test("a store of an older version is not brought up to date, and that is said", async () => {
  await (await openStore({ folder }))[Symbol.asyncDispose]();
  {
    using db = new DatabaseSync(join(folder, "data.db"));
    db.exec("delete from migrations");
  }
  await expect(openStore({ folder, readOnly: true })).rejects.toMatchObject({
    code: "store_older",
  });
});
