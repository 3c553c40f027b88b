import { expect, test } from "vitest";
import { distinctChannelId, memberKey } from "../../format/index.ts";
import type { ItemKey } from "../../analyse/index.ts";
import { openStore } from "../open-store.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

/** Which of some keys an app has. */
export function knownItemContract(makePlace: MakePlace): void {
  test("users, channels, members and messages are known by their keys, in their app alone", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("other", "development");
    await loadAll(store, sampleItems);
    const hall = "messaging:hall";
    const distinct = `messaging:${distinctChannelId(["ana", "bo"])}`;
    const there: ItemKey[] = [
      { space: "user", key: "ana" },
      { space: "channel", key: hall },
      { space: "channel", key: distinct },
      { space: "member", key: memberKey(hall, "bo") },
      { space: "member", key: memberKey(distinct, "ana") },
    ];
    const missing: ItemKey[] = [
      { space: "user", key: "hall" },
      { space: "user", key: "Ana" },
      { space: "channel", key: "ana" },
      { space: "member", key: memberKey(distinct, "bo") },
      { space: "member", key: memberKey("bo", hall) },
      { space: "message", key: "m99" },
      { space: "message", key: "' or 1=1 --" },
    ];
    const found = await store.knownItems("default", [...missing, ...there]);
    expect(new Set(found)).toEqual(new Set(there));
    expect(await store.knownItems("other", there)).toEqual([]);
    expect(await store.knownItems("default", [])).toEqual([]);
  });

  test("of messages it is known what replies and reactions need to know", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, sampleItems);
    const keys = ["m1", "r1", "m9"].map((key) => ({ space: "message", key }) as const);
    const found = await store.knownItems("default", keys);
    const byKey = new Map(found.map(({ key, message }) => [key, message]));
    const hall = { cid: "messaging:hall", isReply: false, isDeleted: false };
    expect(byKey.get("m1")).toEqual({ ...hall, createdAt: "2024-05-01T10:01:00.000000Z" });
    expect(byKey.get("r1")).toMatchObject({ ...hall, isReply: true });
    expect(byKey.get("m9")).toMatchObject({ ...hall, isDeleted: true });
  });

  test("thousands of keys are asked for at once", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const ids = Array.from({ length: 3000 }, (_, n) => `u${n}`);
    await loadAll(
      store,
      ids.filter((_, n) => n % 2 === 0).map((id) => ({ type: "user", item: { id } })),
    );
    const found = await store.knownItems(
      "default",
      ids.map((key) => ({ space: "user", key })),
    );
    expect(found).toHaveLength(1500);
  });
}
