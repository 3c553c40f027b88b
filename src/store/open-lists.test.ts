import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadAll } from "./contract/load-all.ts";
import { sampleItems } from "./contract/sample-items.ts";
import { openLists } from "./open-lists.ts";
import { openStore } from "./open-store.ts";
import { StoreError } from "./store-error.ts";

async function sample() {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "chatferry-lists-"));
  opened.defer(() => rm(folder, { recursive: true }));
  const store = opened.use(await openStore({ folder }));
  await loadAll(store, sampleItems);
  const lists = opened.use(openLists({ folder }));
  const kept = opened.move();
  return { store, lists, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

test("lists read in threads are those of the store, also of what is written meanwhile", async () => {
  await using opened = await sample();
  const { store, lists } = opened;
  const query = { filter: { role: "admin" }, viewer: "ana" };
  expect(await lists.users("default", query)).toEqual(await store.users("default", query));
  expect(await lists.unread("default", ["ana"])).toEqual(await store.unread("default", ["ana"]));
  await loadAll(store, [{ type: "user", item: { id: "cy", __proto__: { a: 1 } } }], {
    fingerprint: "f2",
  });
  const many = await Promise.all(Array.from({ length: 20 }, () => lists.users("default")));
  for (const page of many) expect(page.items.map(({ id }) => id)).toEqual(["cy", "bo", "ana"]);
});

test("when they are started, all answer as the store does", async () => {
  await using opened = await sample();
  await opened.lists.start();
  const answers = await Promise.all([1, 2].map(() => opened.lists.users("default")));
  const users = await opened.store.users("default");
  expect(answers).toEqual([users, users]);
});

test("what the store refuses is refused as the store does", async () => {
  await using opened = await sample();
  const refused = opened.lists.users("default", { filter: { shoe: null } });
  await expect(refused).rejects.toBeInstanceOf(StoreError);
  await expect(refused).rejects.toMatchObject({
    code: "invalid_filter",
    message: /^filter\.shoe: /,
    fix: expect.any(String) as string,
  });
});

test("questions that wait when it is closed are rejected, later ones start anew", async () => {
  await using opened = await sample();
  const waiting = opened.lists.search("default", { text: "hej" });
  await Promise.all([
    expect(waiting).rejects.toThrow(/has ended/),
    opened.lists[Symbol.asyncDispose](),
  ]);
  expect((await opened.lists.search("default", { text: "hej" })).items.length).toBeGreaterThan(0);
});
