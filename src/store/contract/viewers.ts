import { expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { openStore } from "../open-store.ts";
import type { NotFound, Page } from "../query.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const noChannel = (key: string) => ({ kind: "not_found", type: "channel", key });
const noMessage = (key: string) => ({ kind: "not_found", type: "message", key });

/** What a user sees: the rest is as if it were not there. */
export function viewerContract(makePlace: MakePlace): void {
  test("a user sees itself, its devices and its bans, and no others", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, [
      ...sampleItems,
      { type: "device", item: { id: "d2", user_id: "bo", push_provider_type: "apn" } },
    ]);
    const filter = { id: { $in: ["ana", "bo"] } };
    expect(ids(await store.users("default", { viewer: "bo", filter }))).toEqual(["bo"]);
    expect(ids(await store.devices("default", { viewer: "bo" }))).toEqual(["d2"]);
    expect(await store.bans("default", { viewer: "bo" })).toMatchObject({ items: [] });
    expect((await store.bans("default", { viewer: "ana" })).items).toHaveLength(1);
  });

  test("a user sees the channels it is a member of, and what is in them", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, [
      ...sampleItems,
      channel("den"),
      member("den", "ana", { last_read: at(0) }),
      message("den", "d1", 1),
      message("den", "d2", 2, { parent_id: "d1" }),
      {
        type: "reaction",
        item: { message_id: "d1", type: "like", user_id: "ana", created_at: at(3) },
      },
    ]);
    const den = "messaging:den";
    for (const [viewer, sees] of [
      ["ana", true],
      ["bo", false],
      ["nobody", false],
    ] as const) {
      const as = { viewer };
      const channels = await store.channels("default", { ...as, filter: { cid: den } });
      expect(channels.items).toHaveLength(sees ? 1 : 0);
      expect((await store.channelsById("default", [den], viewer)).size).toBe(sees ? 1 : 0);
      expect((await store.messagesById("default", ["d1", "d2"], viewer)).size).toBe(sees ? 2 : 0);
      expect(await store.messages("default", den, as)).toMatchObject(
        sees ? { kind: "page" } : noChannel(den),
      );
      expect(await store.messages("default", den, { ...as, id_lt: "d2" })).toMatchObject(
        sees ? noMessage("d2") : noChannel(den),
      );
      expect(await store.members("default", den, as)).toMatchObject(
        sees ? { kind: "page" } : noChannel(den),
      );
      expect(await store.replies("default", "d1", as)).toMatchObject(
        sees ? { kind: "page" } : noMessage("d1"),
      );
      expect(await store.reactions("default", "d1", as)).toMatchObject(
        sees ? { kind: "page" } : noMessage("d1"),
      );
      const found = await store.search("default", { ...as, text: "hej" });
      expect(found.items.some(({ id }) => id === "d1")).toBe(sees);
      const threads = await store.threads("default", { ...as, filter: { channel_cid: den } });
      expect(ids(threads)).toEqual(sees ? ["d1"] : []);
    }
  });

  test("what members have hidden for themselves cannot be found out by asking", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, [...sampleItems]);
    const hall = "messaging:hall";
    const fields = {
      hide_channel: true,
      archived_at: { $exists: true },
      hide_messages_before: { $exists: true },
    };
    for (const [field, value] of Object.entries(fields)) {
      const filter = { [field]: value };
      expect(ids(await store.members("default", hall, { filter }))).toEqual([]);
      const asked = store.members("default", hall, { filter, viewer: "ana" });
      await expect(asked).rejects.toMatchObject({ code: "invalid_filter" });
      const sorted = store.members("default", hall, { sort: [{ field }], viewer: "ana" });
      await expect(sorted).rejects.toMatchObject({ code: "invalid_sort" });
    }
  });

  test("messages that are kept for others, or come before what the user wants to see, are not there", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, [
      channel("den", { truncated_at: at(2) }),
      member("den", "ana", {}),
      member("den", "bo", { hide_messages_before: at(4) }),
      message("den", "truncated", 1),
      message("den", "open", 3, { restricted_visibility: [] }),
      message("den", "for-bo", 4, { restricted_visibility: ["bo"] }),
      message("den", "for-ana", 5, {
        restricted_visibility: ["ana"],
        pinned_at: at(9),
        pinned_by_id: "ana",
      }),
      message("den", "by-bo", 6, { restricted_visibility: ["cy"], user: "bo" }),
      message("den", "reply", 7, { parent_id: "for-ana", user: "di" }),
    ]);
    const den = "messaging:den";
    const seen = async (viewer?: string) => {
      const as = viewer === undefined ? {} : { viewer };
      const page = ids(await store.messages("default", den, as));
      const all = ["truncated", "open", "for-bo", "for-ana", "by-bo"];
      const byId = await store.messagesById("default", all, viewer);
      expect([...byId.keys()].sort()).toEqual(page.map(String).sort());
      const details = await store.channelDetails("default", [den], {
        messages: 9,
        members: 9,
        ...as,
      });
      expect(details.get(den)!.messages.map(({ id }) => id)).toEqual(page);
      const pinned = details.get(den)!.pinned.map(({ id }) => id);
      expect(pinned).toEqual(page.filter((id) => id === "for-ana"));
      return page;
    };
    expect(await seen()).toEqual(["by-bo", "for-ana", "for-bo", "open", "truncated"]);
    expect(await seen("ana")).toEqual(["for-ana", "open"]);
    expect(await seen("bo")).toEqual(["by-bo", "for-bo"]);
    expect(await store.replies("default", "for-ana", { viewer: "bo" })).toEqual(
      noMessage("for-ana"),
    );
    expect(await store.messages("default", den, { viewer: "bo", id_lt: "for-ana" })).toEqual(
      noMessage("for-ana"),
    );
    expect(await store.messages("default", den, { viewer: "ana", id_around: "for-bo" })).toEqual(
      noMessage("for-bo"),
    );
  });

  test("where teams are kept apart, a user sees the channels of its teams and of none", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const teams = { none: {}, red: { team: "red" }, blue: { team: "blue" } };
    await loadAll(store, [
      { type: "user", item: { id: "ana", teams: ["red", "green"] } },
      { type: "user", item: { id: "bo" } },
      ...Object.entries(teams).flatMap(([id, team]) => [
        channel(id, team),
        member(id, "ana", { last_read: at(0) }),
        member(id, "bo", { last_read: at(0) }),
        message(id, `in-${id}`, 1),
      ]),
    ]);
    const seen = async (viewer: string) => {
      const page = await store.channels("default", { viewer, sort: [{ field: "id" }] });
      const messages = await store.messagesById(
        "default",
        ["in-none", "in-red", "in-blue"],
        viewer,
      );
      expect([...messages.keys()].map((id) => id.slice(3)).sort()).toEqual(ids(page));
      const unread = (await store.unread("default", [viewer], viewer)).get(viewer)!;
      expect(unread.map(({ cid }) => cid.split(":")[1]!).sort()).toEqual(ids(page));
      return ids(page);
    };
    expect(await seen("ana")).toEqual(["blue", "none", "red"]);
    await store.updateApp("default", { multiTenant: true });
    expect(await seen("ana")).toEqual(["none", "red"]);
    expect(await seen("bo")).toEqual(["none"]);
  });
}

const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;

function ids(page: Page | NotFound): unknown[] {
  if (page.kind === "not_found") throw new Error(`no ${page.type} ${page.key}`);
  return page.items.map(({ id }) => id);
}

function channel(id: string, fields: CheckedItem["item"] = {}): CheckedItem {
  return { type: "channel", item: { type: "messaging", id, created_by: "ana", ...fields } };
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
  const item = { id, channel_type: "messaging", channel_id, user: "cy", text: "hej" };
  return { type: "message", item: { ...item, created_at: at(minute), ...fields } };
}
