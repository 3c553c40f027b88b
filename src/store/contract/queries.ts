import { expect, test } from "vitest";
import { type CheckedItem, distinctChannelId } from "../../format/index.ts";
import { openStore } from "../open-store.ts";
import type { NotFound, Page } from "../query.ts";
import { allPages } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const hall = "messaging:hall";
const distinct = `messaging:${distinctChannelId(["ana", "bo"])}`;

/** What was loaded is found again. */
export function queryContract(makePlace: MakePlace): void {
  test("an item is its built-in fields that are set, what is derived, and its custom data", async () => {
    await using sample = await sampleStore(makePlace);
    const { items } = await sample.store.users("default", { filter: { id: "ana" } });
    expect(Object.entries(items[0]!)).toEqual([
      ["id", "ana"],
      ["role", "admin"],
      ["invisible", false],
      ["created_at", "2024-05-01T10:00:00.000000Z"],
      ["shoe_size", 39],
    ]);
  });

  test("a custom field of a name that is taken neither hides what we say nor is lost", async () => {
    await using sample = await sampleStore(makePlace, [
      {
        type: "member",
        item: {
          channel_type: "messaging",
          channel_id: "hall",
          user_id: "cy",
          unread_count: "mine",
          note: "beside",
        },
      },
      {
        type: "channel",
        item: { type: "messaging", id: "den", created_by: "ana", last_message_at: "mine" },
      },
      {
        type: "message",
        item: {
          id: "odd",
          channel_type: "messaging",
          channel_id: "den",
          user: "bo",
          parent_id: "m1",
          cid: "mine",
          custom: "mine",
        },
      },
    ]);
    const { store } = sample;
    const members = found(await store.members("default", hall));
    expect(members.items.find(({ user_id }) => user_id === "cy")).toMatchObject({
      unread_count: 0,
      note: "beside",
      custom: { unread_count: "mine" },
    });
    const { items } = await store.channels("default", { filter: { cid: "messaging:den" } });
    expect(items).toMatchObject([{ member_count: 0, custom: { last_message_at: "mine" } }]);
    expect(items[0]).not.toHaveProperty("last_message_at");
    const taken = { "custom.cid": "mine", custom: "mine", cid: "messaging:den" };
    expect((await store.search("default", { filter: taken })).items).toMatchObject([
      { id: "odd", cid: "messaging:den", custom: { cid: "mine", custom: "mine" } },
    ]);
  });

  test("channels come with their counts, those with the latest message first", async () => {
    await using sample = await sampleStore(makePlace);
    const { items } = await sample.store.channels("default");
    expect(items).toMatchObject([
      {
        cid: hall,
        type: "messaging",
        id: "hall",
        member_count: 2,
        message_count: 9,
        last_message_at: "2024-05-01T10:12:00.000000Z",
      },
      { cid: distinct, member_ids: ["bo", "ana"], member_count: 1, message_count: 1 },
    ]);
  });

  test("messages of a channel come newest first, deleted ones too, replies only where they are shown", async () => {
    await using sample = await sampleStore(makePlace);
    const page = await sample.store.messages("default", hall);
    expect(ids(page)).toEqual(["r2", "m9", "m8", "m7", "m6", "m5", "m4", "m3", "m2", "m1"]);
    expect(found(page).items[0]).toMatchObject({
      cid: hall,
      channel_type: "messaging",
      channel_id: "hall",
    });
  });

  test("replies come oldest first, reactions newest first", async () => {
    await using sample = await sampleStore(makePlace);
    const { store } = sample;
    expect(ids(await store.replies("default", "m1"))).toEqual(["r1", "r2"]);
    const reactions = found(await store.reactions("default", "m1"));
    expect(reactions.items.map(({ user_id }) => user_id)).toEqual(["bo", "ana"]);
  });

  test("what is not there is something else than what is empty", async () => {
    await using sample = await sampleStore(makePlace, [
      { type: "channel", item: { type: "messaging", id: "den", created_by: "ana" } },
    ]);
    const { store } = sample;
    const empty = { kind: "page", items: [], next: null };
    expect(await store.messages("default", "messaging:den")).toEqual(empty);
    expect(await store.members("default", "messaging:den")).toEqual(empty);
    expect(await store.replies("default", "m2")).toEqual(empty);
    expect(await store.reactions("default", "m2")).toEqual(empty);
    const noChannel = { kind: "not_found", type: "channel", key: "messaging:attic" };
    expect(await store.messages("default", "messaging:attic")).toEqual(noChannel);
    expect(await store.members("default", "messaging:attic")).toEqual(noChannel);
    const noMessage = { kind: "not_found", type: "message", key: "m0" };
    expect(await store.replies("default", "m0")).toEqual(noMessage);
    expect(await store.reactions("default", "m0")).toEqual(noMessage);
  });

  test("unread are the messages created strictly after last_read that are neither deleted nor only in a thread", async () => {
    await using sample = await sampleStore(makePlace, [
      ...["2024-05-01T10:08:00Z", "2024-05-01T10:07:59.999999Z", "2024-05-01T10:12:00Z"].map(
        (last_read, i): CheckedItem => ({
          type: "member",
          item: { channel_type: "messaging", channel_id: "hall", user_id: `u${i}`, last_read },
        }),
      ),
      {
        type: "member",
        item: {
          channel_type: "messaging",
          channel_id: "hall",
          user_id: "u3",
          last_read: "2024-05-01T10:03:00Z",
        },
      },
    ]);
    const members = found(await sample.store.members("default", hall));
    expect(
      Object.fromEntries(members.items.map(({ user_id, unread_count }) => [user_id, unread_count])),
    ).toEqual({ ana: 6, bo: 0, u0: 1, u1: 2, u2: 0, u3: 6 });
  });

  test("pages follow one another without a gap, also where times are equal", async () => {
    const minutes = Array.from({ length: 7 }, (_, i) => i);
    await using sample = await sampleStore(makePlace, [
      ...minutes.map((i): CheckedItem => ({
        type: "message",
        item: {
          id: `same${i}`,
          channel_type: "messaging",
          channel_id: "hall",
          user: "bo",
          parent_id: "m1",
          show_in_channel: true,
          created_at: "2024-05-01T10:05:00Z",
        },
      })),
      ...minutes.map((i): CheckedItem => ({
        type: "reaction",
        item: {
          message_id: "m1",
          type: `t${i % 3}`,
          user_id: `u${i}`,
          created_at: "2024-05-01T10:05:00Z",
        },
      })),
    ]);
    const { store } = sample;
    const lists: ((paging: { limit: number }) => Promise<Page | NotFound>)[] = [
      (paging) => store.users("default", paging),
      (paging) => store.channels("default", paging),
      (paging) => store.members("default", hall, paging),
      (paging) => store.messages("default", hall, paging),
      (paging) => store.replies("default", "m1", paging),
      (paging) => store.reactions("default", "m1", paging),
    ];
    const lengths = [];
    for (const list of lists) {
      const whole = await allPages(list);
      expect(await allPages(list, 1)).toEqual(whole);
      expect(await allPages(list, 3)).toEqual(whole);
      lengths.push(whole.length);
    }
    expect(lengths).toEqual([2, 2, 2, 17, 9, 9]);
  });

  test("a page that ends the list has no next one", async () => {
    await using sample = await sampleStore(makePlace);
    expect(await sample.store.users("default", { limit: 2 })).toMatchObject({ next: null });
  });

  test("a page holds 25 items, and at most 300", async () => {
    const many = Array.from({ length: 310 }, (_, i): CheckedItem => ({
      type: "user",
      item: { id: `u${i}` },
    }));
    await using sample = await sampleStore(makePlace, many);
    const { store } = sample;
    expect((await store.users("default")).items).toHaveLength(25);
    expect((await store.users("default", { limit: 300 })).items).toHaveLength(300);
    for (const limit of [0, 301, 1.5, -1, NaN]) {
      await expect(store.users("default", { limit })).rejects.toMatchObject({
        code: "invalid_limit",
      });
    }
  });

  test("a cursor that this list did not give is refused", async () => {
    await using sample = await sampleStore(makePlace);
    const { store } = sample;
    const { next } = await store.users("default", { limit: 1 });
    const strangers = ["", "x", "W10", "bnVsbA", "WyJtZXNzYWdlcyIsMSwyXQ", next!, `${next}AAAA`];
    for (const cursor of strangers) {
      await expect(store.messages("default", hall, { cursor })).rejects.toMatchObject({
        code: "invalid_cursor",
      });
    }
  });
}

async function sampleStore(makePlace: MakePlace, more: readonly CheckedItem[] = []) {
  const place = await makePlace();
  const store = await openStore(place.location);
  await loadAll(store, [...sampleItems, ...more]);
  return {
    store,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

function found(page: Page | NotFound): Page {
  if (page.kind === "not_found") throw new Error(`no ${page.type} ${page.key}`);
  return page;
}

function ids(page: Page | NotFound): unknown[] {
  return found(page).items.map(({ id }) => id);
}
