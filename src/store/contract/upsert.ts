import { describe, expect, test } from "vitest";
import {
  type CheckedItem,
  distinctChannelId,
  type Field,
  type ItemTypeName,
  itemTypeNames,
  itemTypes,
  type RawObject,
} from "../../format/index.ts";
import type { LoadRequest } from "../load-request.ts";
import { openStore } from "../open-store.ts";
import type { PresentedItem } from "../query.ts";
import type { Store } from "../store.ts";
import { allPages } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import type { MakePlace } from "./store-place.ts";

const given = "2024-05-01T10:00:00Z";

/** The least that an item of each type says. */
const bare: Readonly<Record<ItemTypeName, RawObject>> = {
  user: { id: "ana" },
  device: { id: "d1", user_id: "ana", push_provider_type: "apn" },
  future_channel_ban: { created_by: "ana", target_id: "bo" },
  channel: { type: "messaging", id: "hall", created_by: "ana" },
  member: { channel_type: "messaging", channel_id: "hall", user_id: "ana" },
  message: { id: "m1", channel_type: "messaging", channel_id: "hall", user: "ana" },
  reaction: { message_id: "m1", type: "like", user_id: "ana", created_at: given },
};

const identities = ["channel_type", "channel_id", "channel_member_ids", "member_ids"];

/** What a load does with items whose key is there already. */
export function upsertContract(makePlace: MakePlace): void {
  /** Loads versions of one item after another, gives what became of each and what is there in the end. */
  async function loadVersions(
    type: ItemTypeName,
    versions: readonly RawObject[],
    differing: Partial<LoadRequest> = {},
  ): Promise<{ outcomes: string[]; item: PresentedItem | undefined }> {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const outcomes: string[] = [];
    for (const version of versions) {
      const items = [{ type, item: { ...bare[type], ...version } }];
      const { in_file: _, ...counts } = (await loadAll(store, items, differing))[type];
      outcomes.push(...Object.entries(counts).flatMap(([name, n]) => (n > 0 ? [name] : [])));
    }
    return { outcomes, item: await only(store, type) };
  }

  describe.each(itemTypeNames)("%s", (type) => {
    const fields: readonly Field[] = itemTypes[type].fields;
    const others = fields.filter(
      ({ name, upsert }) => upsert !== "key" && !identities.includes(name),
    );

    test.each(others)("$name: $upsert, absent and null keep", async (field) => {
      const [first, second] = twoValues(field).map((value) => ({ [field.name]: value }));
      const absent = field.required ? first! : {};
      const none = field.required ? first! : { [field.name]: null };
      const versions = [first!, absent, none, first!, second!, second!];
      const { outcomes, item } = await loadVersions(type, versions);
      const kept = ["created", "unchanged", "unchanged", "unchanged"];
      const overwritten = field.upsert === "overwrite";
      expect(outcomes).toEqual([...kept, overwritten ? "updated" : "unchanged", "unchanged"]);
      expect(item).toEqual(shown(type, overwritten ? second! : first!));
    });

    test("mode insert skips what is there", async () => {
      const changed = { created_at: "2025-01-01T00:00:00Z" };
      const { outcomes, item } = await loadVersions(type, [{ created_at: given }, changed], {
        mode: "insert",
      });
      expect(outcomes).toEqual(["created", "skipped"]);
      expect(item).toEqual(shown(type, { created_at: "2024-05-01T10:00:00.000000Z" }));
    });
  });

  test("defaults are set on insert and overwrite nothing", async () => {
    const { outcomes, item } = await loadVersions("user", [
      { role: "admin", invisible: true, created_at: given },
      {},
      { role: null, invisible: null, created_at: null },
      { role: "" },
    ]);
    expect(outcomes).toEqual(["created", "unchanged", "unchanged", "unchanged"]);
    expect(item).toEqual({
      id: "ana",
      role: "admin",
      invisible: true,
      created_at: "2024-05-01T10:00:00.000000Z",
    });
  });

  test("a new item has its defaults, created_at being the time of the import", async () => {
    const { item } = await loadVersions("message", [{ created_at: null, type: null }]);
    expect(item).toMatchObject({ type: "regular", attachments: [], show_in_channel: false });
    expect(item?.["created_at"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  test("custom data is merged key by key, shallow, and null is a value", async () => {
    const { outcomes, item } = await loadVersions("member", [
      { kept: 1, replaced: { a: 1, b: 2 }, nulled: true },
      { replaced: { a: 3 }, nulled: null, added: [1] },
      {},
      { nulled: null },
    ]);
    expect(outcomes).toEqual(["created", "updated", "unchanged", "unchanged"]);
    expect(item).toMatchObject({ kept: 1, replaced: { a: 3 }, nulled: null, added: [1] });
    expect(item?.["replaced"]).toEqual({ a: 3 });
  });

  test("without merge_custom custom data is replaced as a whole", async () => {
    const versions = [{ a: 1, b: 2 }, { b: 2 }, { b: 2 }, {}];
    const { outcomes, item } = await loadVersions("reaction", versions, { mergeCustom: false });
    expect(outcomes).toEqual(["created", "updated", "unchanged", "updated"]);
    expect(item).not.toHaveProperty("a");
    expect(item).not.toHaveProperty("b");
  });

  test("the order of keys is no change, the order of a list is", async () => {
    const { outcomes } = await loadVersions("message", [
      { custom: { a: 1, b: [{ c: 1, d: 2 }] }, more: 1, attachments: [{ type: "x", title: "y" }] },
      { more: 1, custom: { b: [{ d: 2, c: 1 }], a: 1 }, attachments: [{ title: "y", type: "x" }] },
      { mentioned_users_ids: ["ana", "bo"] },
      { mentioned_users_ids: ["bo", "ana"] },
    ]);
    expect(outcomes).toEqual(["created", "unchanged", "updated", "updated"]);
  });

  test("__proto__ is a key like any other", async () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"a":{"__proto__":2}}') as RawObject;
    const attachments = JSON.parse('[{"type":"x","__proto__":{"polluted":1}}]') as unknown;
    const versions = [bare.message, { ...bare.message, attachments }, { ...bare.message, b: 1 }];
    await using place = await makePlace();
    await using store = await openStore(place.location);
    for (const version of versions) {
      const item = Object.fromEntries([...Object.entries(version), ...Object.entries(hostile)]);
      await loadAll(store, [{ type: "message", item }]);
    }
    const text = JSON.stringify(await only(store, "message"));
    expect(text).toContain('"__proto__":{"polluted":1},"a":{"__proto__":2},"b":1}');
    expect(text).toContain('"attachments":[{"type":"x","__proto__":{"polluted":1}}]');
    expect({}).not.toHaveProperty("polluted");
  });

  test("fields that a type without custom data does not have are dropped", async () => {
    const { outcomes } = await loadVersions("device", [{}, { colour: "red" }]);
    expect(outcomes).toEqual(["created", "unchanged"]);
  });

  test("both spellings of a field are one", async () => {
    const { outcomes, item } = await loadVersions("member", [
      { invited_accepted_at: given },
      { invite_accepted_at: "2024-05-01T12:00:00+02:00" },
    ]);
    expect(outcomes).toEqual(["created", "unchanged"]);
    expect(item).toMatchObject({ invite_accepted_at: "2024-05-01T10:00:00.000000Z" });
    expect(item).not.toHaveProperty("invited_accepted_at");
  });

  test("nested values follow the rules of their own fields", async () => {
    const { item } = await loadVersions("user", [
      {
        privacy_settings: { read_receipts: { enabled: true }, typing_indicators: null },
        push_preferences: { disabled_until: "2024-05-01T12:00:00+02:00", colour: "red" },
      },
    ]);
    expect(item?.["privacy_settings"]).toEqual({ read_receipts: { enabled: true } });
    expect(item?.["push_preferences"]).toEqual({ disabled_until: "2024-05-01T10:00:00.000000Z" });
  });

  test("a distinct channel is one channel, whatever the order of its members", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const orders = [
      ["bo", "ana"],
      ["ana", "bo"],
    ];
    for (const members of orders) {
      const item = { ...bare.member, channel_id: "", channel_member_ids: members };
      const channel = { type: "messaging", created_by: "ana", member_ids: members };
      await loadAll(store, [
        { type: "channel", item: channel },
        { type: "member", item },
      ]);
    }
    const { items } = await store.channels("default");
    const id = distinctChannelId(["ana", "bo"]);
    expect(items).toMatchObject([{ id, member_ids: ["bo", "ana"], member_count: 1 }]);
  });

  test("a channel with an id and an empty list of members is not distinct", async () => {
    const { item } = await loadVersions("channel", [{ member_ids: [] }]);
    expect(item).toMatchObject({ cid: "messaging:hall" });
    expect(item).not.toHaveProperty("member_ids");
  });

  test("messages without an id get one that stays the same, and each its own", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const item = { ...bare.message, id: null };
    const items: CheckedItem[] = [
      { type: "message", item },
      { type: "message", item },
    ];
    await loadAll(store, [{ type: "channel", item: bare.channel }]);
    expect((await loadAll(store, items)).message.created).toBe(2);
    expect((await loadAll(store, items)).message.unchanged).toBe(2);
    expect((await loadAll(store, items, { fingerprint: "f2" })).message.created).toBe(2);
    const ids = (
      await allPages((paging) => store.messages("default", "messaging:hall", paging))
    ).map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(4);
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    for (const id of ids) expect(id).toMatch(uuid);
  });
}

/** What to expect of an item with some fields, where queries show its type. */
function shown(type: ItemTypeName, fields: RawObject): unknown {
  const matching: unknown = expect.objectContaining(fields);
  return type === "device" || type === "future_channel_ban" ? undefined : matching;
}

/** The one item of a type, where queries show the type. */
async function only(store: Store, type: ItemTypeName): Promise<PresentedItem | undefined> {
  const hall = "messaging:hall";
  const pages = {
    user: () => store.users("default"),
    channel: () => store.channels("default"),
    member: () => store.members("default", hall),
    message: async () => {
      const page = await store.messages("default", hall);
      return page.kind === "page" ? page : store.replies("default", "two");
    },
    reaction: () => store.reactions("default", "m1"),
    device: undefined,
    future_channel_ban: undefined,
  };
  const page = await pages[type]?.();
  if (page === undefined || page.kind === "not_found") return undefined;
  return page.items[0];
}

function twoValues(field: Field): [unknown, unknown] {
  switch (field.kind) {
    case "string":
      return field.values ? [field.values[0], field.values[1]] : ["one", "two"];
    case "boolean":
      return [true, false];
    case "number":
      return [1, 2];
    case "time":
      return ["2024-05-01T10:00:00.000000Z", "2024-05-02T10:00:00.000000Z"];
    case "strings":
      return [["a"], ["a", "b"]];
    case "map":
      return [{ a: "x" }, { b: "y" }];
    case "object": {
      const [inner] = field.fields;
      const [one, two] = twoValues(inner!);
      return [{ [inner!.name]: one }, { [inner!.name]: two }];
    }
    case "objects":
      return [[{ type: "a", note: 1 }], [{ type: "b" }]];
  }
}
