import { expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { openStore } from "../open-store.ts";
import type { PresentedItem } from "../query.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const hall = "messaging:hall";
const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;

/** What is read beside many items at once. */
export function detailsContract(makePlace: MakePlace): void {
  test("items are found by key, each once, and those that are not there are left out", async () => {
    await using sample = await sampleStore(makePlace);
    const { store } = sample;
    const users = await store.usersById("default", ["bo", "nobody", "ana", "bo"]);
    expect([...users.keys()].sort()).toEqual(["ana", "bo"]);
    expect(users.get("ana")).toMatchObject({ id: "ana", role: "admin", shoe_size: 39 });
    const channels = await store.channelsById("default", [hall, "messaging:attic"]);
    expect([...channels.values()]).toMatchObject([{ cid: hall, member_count: 2 }]);
    const messages = await store.messagesById("default", ["m1", "m9", "r1", "m0"]);
    expect([...messages.keys()].sort()).toEqual(["m1", "m9", "r1"]);
    expect(messages.get("m1")).toMatchObject({ reply_count: 2 });
    expect(await store.usersById("default", [])).toEqual(new Map());
  });

  test("channels come with their newest messages, pins, members and reads, each channel with its own", async () => {
    await using sample = await sampleStore(makePlace, [
      { type: "channel", item: { type: "messaging", id: "den", created_by: "ana" } },
      member("den", "bo", { created_at: at(3), last_read: at(2) }),
      member("den", "cy", { created_at: at(2), last_read: at(1), hide_channel: true }),
      member("den", "ana", { created_at: at(1) }),
      ...[1, 2, 3].map((minute) => message("den", `d${minute}`, minute)),
      message("den", "d4", 4, { pinned_at: at(20), pinned_by_id: "ana" }),
      message("den", "d5", 5, { pinned_at: at(10), pinned_by_id: "ana", pin_expires: at(11) }),
      message("den", "d6", 6, {
        pinned_at: at(30),
        pinned_by_id: "ana",
        type: "deleted",
        deleted_at: at(7),
      }),
      message("den", "d7", 7, { pinned_at: at(40), pinned_by_id: "ana", parent_id: "d1" }),
    ]);
    const details = await sample.store.channelDetails("default", ["messaging:den", hall], {
      messages: 2,
      members: 2,
      user: "cy",
    });
    const den = details.get("messaging:den")!;
    expect(ids(den.messages)).toEqual(["d6", "d5"]);
    expect(ids(den.pinned)).toEqual(["d7", "d4"]);
    expect(users(den.members)).toEqual(["ana", "cy"]);
    expect(den.reads).toEqual([
      { userId: "bo", lastRead: utc(2), lastReadMessageId: "d2", unread: 3 },
      { userId: "cy", lastRead: utc(1), lastReadMessageId: "d1", unread: 4 },
    ]);
    expect(den.membership).toMatchObject({ user_id: "cy", hide_channel: true });
    const { messages, members, reads, pinned, membership } = details.get(hall)!;
    expect(ids(messages)).toEqual(["r2", "m9"]);
    expect(users(members)).toEqual(["ana", "bo"]);
    expect(reads).toMatchObject([{ userId: "ana", lastReadMessageId: "m3", unread: 6 }]);
    expect([pinned, membership]).toEqual([[], undefined]);
  });

  test("reads are of those who read last, 100 at most, and always of the user", async () => {
    const names = Array.from({ length: 120 }, (_, i) => `u${String(i).padStart(3, "0")}`);
    await using sample = await sampleStore(
      makePlace,
      names.map((name, i) =>
        member("hall", name, {
          last_read: `2024-05-02T00:00:00.000${String(i).padStart(3, "0")}Z`,
        }),
      ),
    );
    const { store } = sample;
    const reads = async (user?: string) => {
      const query = { messages: 1, members: 1, ...(user !== undefined && { user }) };
      const details = await store.channelDetails("default", [hall], query);
      return details.get(hall)!.reads.map(({ userId }) => userId);
    };
    const newest = names.toReversed().slice(0, 100);
    expect(await reads()).toEqual(newest);
    expect(await reads("u119")).toEqual(newest);
    expect(await reads("u003")).toEqual([...newest, "u003"]);
    expect(await reads("bo")).toEqual(newest);
  });

  test("messages come with their reactions, counted, and with who replied", async () => {
    await using sample = await sampleStore(makePlace, [
      ...Array.from({ length: 12 }, (_, i) => reaction("m2", "wave", `u${i + 10}`, i)),
      reaction("m2", "clap", "ana", 0, { score: 5 }),
      message("hall", "r3", 30, { parent_id: "m1", user: "cy" }),
      message("hall", "r4", 31, { parent_id: "m1", user: "bo" }),
      message("hall", "r5", 32, {
        parent_id: "m1",
        user: "di",
        type: "deleted",
        deleted_at: at(33),
      }),
    ]);
    const { store } = sample;
    const details = await store.messageDetails("default", ["m1", "m2", "m3"], { user: "ana" });
    const [m1, m2, m3] = ["m1", "m2", "m3"].map((id) => details.get(id)!);
    expect(m1!.groups).toEqual([
      { type: "like", count: 2, score: 2, firstAt: utc(20), lastAt: utc(20) },
    ]);
    expect(users(m1!.latest)).toEqual(["bo", "ana"]);
    expect(users(m1!.own)).toEqual(["ana"]);
    expect(m1!.participants).toEqual(["bo", "cy"]);
    expect(m2!.groups).toEqual([
      { type: "clap", count: 1, score: 5, firstAt: utc(0), lastAt: utc(0) },
      { type: "wave", count: 12, score: 12, firstAt: utc(0), lastAt: utc(11) },
    ]);
    expect(users(m2!.latest)).toEqual(Array.from({ length: 10 }, (_, i) => `u${21 - i}`));
    expect(m2!.own).toMatchObject([{ type: "clap", user_id: "ana", score: 5 }]);
    expect(m3).toEqual({ groups: [], latest: [], own: [], participants: [] });
    expect((await store.messageDetails("default", ["m1"])).get("m1")!.own).toEqual([]);
  });

  test("scores of any size are summed up", async () => {
    const score = Number.MAX_SAFE_INTEGER;
    await using sample = await sampleStore(makePlace, [
      ...["ana", "bo", "cy"].map((user) => reaction("m2", "wave", user, 0, { score })),
      reaction("m3", "wave", "ana", 0, { score: 1.5 }),
      reaction("m3", "wave", "bo", 0, { score: "many" }),
    ]);
    const details = await sample.store.messageDetails("default", ["m2", "m3"]);
    expect(details.get("m2")!.groups).toMatchObject([{ count: 3, score: 3 * score }]);
    expect(details.get("m3")!.groups).toMatchObject([{ count: 2, score: 2.5 }]);
  });

  test("unread are the channels of users in which something is, the latest message first", async () => {
    await using sample = await sampleStore(makePlace, [
      { type: "channel", item: { type: "team", id: "den", created_by: "ana", team: "red" } },
      {
        type: "member",
        item: { channel_type: "team", channel_id: "den", user_id: "ana", last_read: at(0) },
      },
      {
        type: "message",
        item: { id: "t1", channel_type: "team", channel_id: "den", user: "bo", created_at: at(40) },
      },
      { type: "user", item: { id: "cy" } },
    ]);
    const unread = await sample.store.unread("default", ["ana", "bo", "cy", "nobody"]);
    expect([...unread.keys()].sort()).toEqual(["ana", "bo", "cy"]);
    expect(unread.get("ana")).toEqual([
      { cid: "team:den", team: "red", lastRead: utc(0), lastMessageAt: utc(40), count: 1 },
      { cid: hall, team: null, lastRead: utc(3), lastMessageAt: utc(12), count: 6 },
      expect.objectContaining({ lastRead: utc(0), lastMessageAt: utc(1), count: 1 }),
    ]);
    expect(unread.get("bo")).toEqual([]);
  });

  test("threads are messages with replies, the latest one first; those of a user it began or replied in", async () => {
    await using sample = await sampleStore(makePlace, [
      member("hall", "cy", {}),
      { type: "channel", item: { type: "messaging", id: "den", created_by: "ana" } },
      message("den", "d1", 1, { user: "cy" }),
      message("den", "d2", 2, { parent_id: "d1" }),
      message("hall", "r3", 30, { parent_id: "m2", user: "cy" }),
      message("hall", "r4", 31, {
        parent_id: "m3",
        user: "bo",
        type: "deleted",
        deleted_at: at(33),
      }),
      message("hall", "c1", 32, { user: "cy" }),
      message("hall", "r5", 33, { user: "bo", parent_id: "c1" }),
    ]);
    const { store } = sample;
    expect(ids((await store.threads("default")).items)).toEqual(["c1", "m2", "m1", "d1"]);
    expect(ids((await store.threads("default", { user: "cy" })).items)).toEqual(["c1", "m2"]);
    expect(ids((await store.threads("default", { user: "di" })).items)).toEqual([]);
    const latest = await store.latestReplies("default", ["m1", "m3", "m2"], 1);
    expect([...latest].map(([id, replies]) => [id, ids(replies)])).toEqual([
      ["m1", ["r2"]],
      ["m3", []],
      ["m2", ["r3"]],
    ]);
    const filter = { last_message_at: { $lt: at(31) }, channel_cid: hall };
    expect(ids((await store.threads("default", { filter })).items)).toEqual(["m2", "m1"]);
    const { next } = await store.threads("default", { limit: 1 });
    expect(ids((await store.threads("default", { cursor: next! })).items)).toEqual([
      "m2",
      "m1",
      "d1",
    ]);
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

const utc = (minute: number) => at(minute).replace("Z", ".000000Z");

function ids(items: readonly PresentedItem[]): unknown[] {
  return items.map(({ id }) => id);
}

function users(items: readonly PresentedItem[]): unknown[] {
  return items.map(({ user_id }) => user_id);
}

function member(channel_id: string, user_id: string, fields: CheckedItem["item"]): CheckedItem {
  return { type: "member", item: { channel_type: "messaging", channel_id, user_id, ...fields } };
}

function message(
  channel_id: string,
  id: string,
  minute: number,
  fields: CheckedItem["item"] = {},
): CheckedItem {
  const item = { id, channel_type: "messaging", channel_id, user: "bo", created_at: at(minute) };
  return { type: "message", item: { ...item, ...fields } };
}

function reaction(
  message_id: string,
  type: string,
  user_id: string,
  minute: number,
  fields: CheckedItem["item"] = {},
): CheckedItem {
  return {
    type: "reaction",
    item: { message_id, type, user_id, created_at: at(minute), ...fields },
  };
}
