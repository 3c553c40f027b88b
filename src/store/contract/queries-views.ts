import { expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { openStore } from "../open-store.ts";
import type { Filter, MessageQuery, NotFound, Page, SortField } from "../query.ts";
import { allPages } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const hall = "messaging:hall";

/** Channels as a user sees them, and messages from a place on. */
export function queryViewContract(makePlace: MakePlace): void {
  test("what a channel is to a user can be asked for", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const kinds: Readonly<Record<string, object>> = {
      plain: {},
      read: { last_read: "2024-05-01T10:30:00Z" },
      unread: { last_read: "2024-05-01T10:00:00Z" },
      hidden: { hide_channel: true },
      archived: { archived_at: "2024-05-01T10:00:00Z" },
      pending: { invited: true },
      accepted: { invited: true, invite_accepted_at: "2024-05-01T10:00:00Z" },
      rejected: { invited: true, invite_rejected_at: "2024-05-01T10:00:00Z" },
      rejoined: {
        invited: true,
        invite_rejected_at: "2024-05-01T10:00:00Z",
        invite_accepted_at: "2024-05-01T11:00:00Z",
      },
    };
    const names = [...Object.keys(kinds), "foreign"].sort();
    await loadAll(store, [
      { type: "user", item: { id: "ana", channel_mutes: ["messaging:plain"] } },
      ...names.flatMap((id): CheckedItem[] => [
        { type: "channel", item: { type: "messaging", id, created_by: "bo" } },
        message(id, `${id}-1`, "2024-05-01T10:10:00Z"),
        message(id, `${id}-2`, "2024-05-01T10:20:00Z"),
      ]),
      ...Object.entries(kinds).map(([channel_id, more]): CheckedItem => ({
        type: "member",
        item: { channel_type: "messaging", channel_id, user_id: "ana", ...more },
      })),
    ]);
    const ask = async (filter: Filter, sort: readonly SortField[] = [{ field: "id" }]) =>
      (await store.channels("default", { user: "ana", filter, sort })).items.map(({ id }) => id);
    const but = (...others: string[]) => names.filter((name) => !others.includes(name));

    expect(await ask({})).toEqual(but("hidden"));
    expect(await ask({ hidden: true })).toEqual(["hidden"]);
    expect(await ask({ $or: [{ hidden: true }, { id: "plain" }] })).toEqual(["hidden", "plain"]);
    expect(await ask({ joined: true })).toEqual(but("hidden", "foreign", "pending", "rejected"));
    expect(await ask({ archived: true })).toEqual(["archived"]);
    expect(await ask({ muted: true })).toEqual(["plain"]);
    expect(await ask({ muted: false })).toEqual(but("hidden", "plain"));
    expect(await ask({ pinned: true })).toEqual([]);
    expect(await ask({ invite: "pending" })).toEqual(["pending"]);
    expect(await ask({ invite: { $in: ["accepted", "rejected"] } })).toEqual([
      "accepted",
      "rejected",
      "rejoined",
    ]);
    expect(await ask({ has_unread: true })).toEqual(["unread"]);
    expect(await ask({ unread_count: { $gte: 2 } })).toEqual(["unread"]);
    expect((await ask({}, [{ field: "unread_count", direction: -1 }]))[0]).toBe("unread");
    const found = await store.search("default", { text: "hej", user: "ana", limit: 300 });
    expect(found.items).toHaveLength(2 * but("hidden").length);
    await expect(store.channels("default", { filter: { muted: true } })).rejects.toMatchObject({
      code: "invalid_filter",
      message: /^filter\.muted: /,
      fix: /--user/,
    });
    await expect(
      store.channels("default", { sort: [{ field: "unread_count" }] }),
    ).rejects.toMatchObject({ code: "invalid_sort" });
  });

  test("messages go on from a place, to older ones or to newer ones", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, sampleItems);
    const ask = async (query: MessageQuery) => ids(await store.messages("default", hall, query));
    const limit = 2;
    expect(await ask({ id_lt: "m4", limit })).toEqual(["m3", "m2"]);
    expect(await ask({ id_lte: "m4", limit })).toEqual(["m4", "m3"]);
    expect(await ask({ id_gt: "m4", limit })).toEqual(["m5", "m6"]);
    expect(await ask({ id_gte: "m4", limit })).toEqual(["m4", "m5"]);
    expect(await ask({ id_gt: "m4", id_lt: "m7" })).toEqual(["m6", "m5"]);
    const four = "2024-05-01T10:04:00Z";
    expect(await ask({ created_at_before: four, limit })).toEqual(["m3", "m2"]);
    expect(await ask({ created_at_before_or_equal: four, limit })).toEqual(["m4", "m3"]);
    expect(await ask({ created_at_after: "2024-05-01T12:04:00+02:00", limit })).toEqual([
      "m5",
      "m6",
    ]);
    expect(await ask({ created_at_after_or_equal: four, limit })).toEqual(["m4", "m5"]);
    expect(await ask({ id_around: "m4", limit: 4 })).toEqual(["m6", "m5", "m4", "m3"]);
    expect(await ask({ id_around: "m1", limit: 4 })).toEqual(["m4", "m3", "m2", "m1"]);
    expect(await ask({ id_around: "r2", limit: 4 })).toEqual(["r2", "m9", "m8", "m7"]);
    expect(await ask({ created_at_around: four, limit: 3 })).toEqual(["m5", "m4", "m3"]);
    expect(await ask({ id_around: "m4", limit: 4, filter: { id: { $ne: "m5" } } })).toEqual([
      "m7",
      "m6",
      "m4",
      "m3",
    ]);
    const after = await allPages(
      (paging) => store.messages("default", hall, { ...paging, id_gt: "m4" }),
      2,
    );
    expect(after.map(({ id }) => id)).toEqual(["m5", "m6", "m7", "m8", "m9", "r2"]);

    const replies = async (query: MessageQuery) => ids(await store.replies("default", "m1", query));
    expect(await replies({ id_gt: "r1" })).toEqual(["r2"]);
    expect(await replies({ id_around: "r2" })).toEqual(["r1", "r2"]);
  });

  test("a place that is not in the list is not found, one that is none is refused", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, sampleItems);
    const ask = (query: MessageQuery) => store.messages("default", hall, query);
    for (const id of ["x1", "r1", "nobody"]) {
      const missing = { kind: "not_found", type: "message", key: id };
      expect(await ask({ id_lt: id })).toEqual(missing);
      expect(await ask({ id_around: id })).toEqual(missing);
    }
    const refused = [
      { created_at_before: "yesterday" },
      { id_around: "m4", created_at_around: "2024-05-01T10:00:00Z", id_lt: "m1" },
      { id_around: "m4", sort: [{ field: "id" }] },
    ];
    for (const query of refused) {
      await expect(ask(query)).rejects.toMatchObject({ code: "invalid_filter" });
    }
  });
}

function message(channel_id: string, id: string, created_at: string): CheckedItem {
  return {
    type: "message",
    item: { id, channel_type: "messaging", channel_id, user: "bo", text: "hej", created_at },
  };
}

function ids(page: Page | NotFound): unknown[] {
  if (page.kind === "not_found") throw new Error(`no ${page.type} ${page.key}`);
  return page.items.map(({ id }) => id);
}
