import { expect, test } from "vitest";
import { itemTypeNames } from "../../format/index.ts";
import { loadItems, type LoadOutcome } from "../load-items.ts";
import { LoadPace } from "../load-pace.ts";
import type { Checkpoint } from "../load-state.ts";
import { openStore } from "../open-store.ts";
import { dump } from "./dump.ts";
import { loadAll, requestFor } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const end = { index: sampleItems.length, offset: sampleItems.length };

/** A load is written in transactions, can stop after each, and accounts for every item. */
export function loadContract(makePlace: MakePlace): void {
  test("loading a file twice leaves the store as loading it once does", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const first = await loadAll(store, sampleItems);
    const once = await dump(store);
    const second = await loadAll(store, sampleItems);
    expect(await dump(store)).toEqual(once);
    for (const type of itemTypeNames) {
      const { in_file } = first[type];
      const none = { in_file, created: 0, updated: 0, unchanged: 0, skipped: 0 };
      expect(first[type]).toEqual({ ...none, created: in_file });
      expect(second[type]).toEqual({ ...none, unchanged: in_file });
    }
    expect(first.message.in_file).toBe(12);
  });

  test("a load that stops after every batch ends like one that never stops", async () => {
    await using place = await makePlace();
    await using other = await makePlace();
    await using clean = await openStore(other.location);
    const expected = await loadAll(clean, sampleItems);

    const begins: number[] = [];
    const runOnce = async (): Promise<LoadOutcome> => {
      await using store = await openStore(place.location);
      let transactions = -1;
      const pace = new LoadPace();
      return await loadItems(
        store,
        requestFor(sampleItems),
        oneByOne,
        ({ checkpoint }) => {
          if (++transactions === 0) begins.push(checkpoint.index);
          else pace.stop();
        },
        pace,
      );
    };
    let outcome = await runOnce();
    while (outcome.kind === "stopped") outcome = await runOnce();

    expect(begins).toEqual(sampleItems.map((_, i) => i));
    expect(outcome.reconciliation).toEqual(expected);
    await using store = await openStore(place.location);
    expect(await store.reconciliation("default", outcome.load)).toEqual(expected);
    expect(await dump(store)).toEqual(await dump(clean));
  });

  test("only the same file, loaded the same way into the same app, is gone on with", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("other", "development");
    const request = requestFor(sampleItems);
    const load = await store.beginLoad(request);
    await store.writeItems(load, sampleItems.slice(0, 2), { index: 2, offset: 20 });
    expect(await store.beginLoad({ ...request, fileName: "renamed.json" })).toMatchObject({
      id: load.id,
      importTime: load.importTime,
      checkpoint: { index: 2, offset: 20 },
      counts: { user: { created: 2 } },
    });
    const others = [
      { app: "other" },
      { fingerprint: "f2" },
      { mode: "insert" as const },
      { mergeCustom: false },
    ];
    for (const differing of others) {
      const begun = await store.beginLoad({ ...request, ...differing });
      expect(begun.checkpoint).toEqual({ index: 0, offset: 0 });
    }
  });

  test("of two that go on with the same load, the slower one is refused and writes nothing", async () => {
    await using place = await makePlace();
    await using one = await openStore(place.location);
    await using two = await openStore(place.location);
    const request = requestFor(sampleItems);
    const slow = await one.beginLoad(request);
    const fast = await two.beginLoad(request);
    const written = await two.writeItems(fast, sampleItems, end);
    const before = await dump(two);
    const changed = sampleItems.map(({ type, item }) => ({ type, item: { ...item, note: 1 } }));
    const refused = { code: "load_taken_over" };
    await expect(one.writeItems(slow, changed, end)).rejects.toMatchObject(refused);
    await expect(one.finishLoad(slow)).rejects.toMatchObject(refused);
    expect(await dump(two)).toEqual(before);
    await two.finishLoad(written);
    await expect(one.finishLoad(written)).rejects.toMatchObject(refused);
  });

  test("an item that is not what its check promised stops the load with nothing of the batch written", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const broken = [
      { type: "user" as const, item: { name: "no id" } },
      { type: "user" as const, item: { id: "ana", created_at: "yesterday" } },
      { type: "member" as const, item: { channel_type: "messaging", user_id: "ana" } },
      { type: "message" as const, item: { channel_type: "messaging", channel_id: "a", text: 1 } },
    ];
    for (const item of broken) {
      const items = [...sampleItems, item];
      await expect(loadAll(store, items)).rejects.toMatchObject({ code: "unchecked_item" });
    }
    expect((await store.countItems("default")).user).toBe(0);
    expect(await store.beginLoad(requestFor(sampleItems))).toMatchObject({
      checkpoint: { index: 0 },
    });
  });

  test("an account that does not add up is an error that says what differs, and the next load mends it", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const request = requestFor(sampleItems);
    const load = await store.beginLoad(request);
    const lost = sampleItems.filter(({ type }) => type !== "reaction");
    const written = await store.writeItems(load, lost, end);
    await expect(store.finishLoad(written)).rejects.toMatchObject({
      code: "reconciliation_mismatch",
      message: "The load of items.json does not add up: reaction: 2 in the file but 0 loaded.",
    });
    expect((await store.reconciliation("default", load.id))?.reaction.in_file).toBe(2);
    const again = await loadAll(store, sampleItems);
    expect(again.reaction).toMatchObject({ in_file: 2, created: 2 });
  });

  test("a load is not gone on with after another one: it is begun anew, and its file wins", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const named = (name: string) =>
      ["u1", "u2"].map((id) => ({ type: "user", item: { id, name } }) as const);
    const half = await store.beginLoad(requestFor(named("first"), { fingerprint: "a" }));
    await store.writeItems(half, named("first").slice(0, 1), { index: 1, offset: 1 });
    await loadAll(store, named("second"), { fingerprint: "b" });
    await loadAll(store, named("first"), { fingerprint: "a" });
    const { items } = await store.users("default");
    expect(items.map(({ name }) => name)).toEqual(["first", "first"]);
  });

  test("an app in production mode takes no load", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("shop", "production");
    const request = requestFor(sampleItems, { app: "shop" });
    await expect(store.beginLoad(request)).rejects.toMatchObject({ code: "app_in_production" });
  });

  test("a load that another one overtakes still adds up", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const load = await store.beginLoad(requestFor(sampleItems));
    const written = await store.writeItems(load, sampleItems, end);
    const changed = sampleItems.map(({ type, item }) => ({ type, item: { ...item, note: 1 } }));
    const overtaking = await loadAll(store, changed, { fingerprint: "f2" });
    expect(overtaking.message.updated).toBe(12);
    expect((await store.finishLoad(written)).message.created).toBe(12);
  });

  test("an item that comes twice in one load is created, then updated", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const { user } = await loadAll(store, [
      { type: "user", item: { id: "ana" } },
      { type: "user", item: { id: "ana", name: "Ana" } },
    ]);
    expect(user).toEqual({ in_file: 2, created: 1, updated: 1, unchanged: 0, skipped: 0 });
  });

  test("a load of nothing is complete", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const { user } = await loadAll(store, []);
    expect(user).toEqual({ in_file: 0, created: 0, updated: 0, unchanged: 0, skipped: 0 });
    expect(await store.reconciliation("default", 2)).toBeUndefined();
  });
}

/** Batches of one item that are just over the size of a transaction, so that each is one. */
async function* oneByOne(from: Checkpoint) {
  for (const [index, item] of sampleItems.entries()) {
    if (index >= from.index) yield { items: [item], offset: (index + 1) * 2 ** 24 };
  }
}
