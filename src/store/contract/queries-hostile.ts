import { expect, test } from "vitest";
import { openStore } from "../open-store.ts";
import type { Filter, ListQuery, Page, SortField } from "../query.ts";
import { loadAll } from "./load-all.ts";
import { oddName, queryItems } from "./query-items.ts";
import { queryLists } from "./query-lists.ts";
import type { MakePlace } from "./store-place.ts";

/** Questions that are wrong, and such as would be more than a question. */
export function queryHostileContract(makePlace: MakePlace): void {
  test.each<[filter: unknown, place: string]>([
    [[], "filter"],
    [null, "filter"],
    ["role", "filter"],
    [{ role: {} }, "filter.role"],
    [{ role: { $foo: 1 } }, "filter.role.$foo"],
    [{ role: { eq: 1 } }, "filter.role.eq"],
    [{ role: 5 }, "filter.role"],
    [{ role: null }, "filter.role"],
    [{ role: ["admin"] }, "filter.role"],
    [{ role: { $in: "admin" } }, "filter.role.$in"],
    [{ role: { $in: [["admin"]] } }, "filter.role.$in"],
    [{ role: { $exists: 1 } }, "filter.role.$exists"],
    [{ role: { $contains: "a" } }, "filter.role.$contains"],
    [{ role: { $autocomplete: "-" } }, "filter.role.$autocomplete"],
    [{ role: "\ud83d" }, "filter.role"],
    [{ role: "a\0" }, "filter.role"],
    [{ teams: { $gt: "a" } }, "filter.teams.$gt"],
    [{ invisible: "true" }, "filter.invisible"],
    [{ created_at: "yesterday" }, "filter.created_at"],
    [{ created_at: { $gt: 1_714_557_600 } }, "filter.created_at.$gt"],
    [{ shoe_size: { $gt: {} } }, "filter.shoe_size.$gt"],
    [{ shoe_size: NaN }, "filter.shoe_size"],
    [{ privacy_settings: { $eq: "a" } }, "filter.privacy_settings.$eq"],
    [{ "role.name": "a" }, "filter.role.name"],
    [{ [`a${".b".repeat(10)}`]: 1 }, `filter.a${".b".repeat(10)}`],
    [{ $where: "1 = 1" }, "filter.$where"],
    [{ $or: [] }, "filter.$or"],
    [{ $or: { role: "a" } }, "filter.$or"],
    [{ $and: [{ role: "a" }, 5] }, "filter.$and[1]"],
    [{ $and: [{ $or: [{ id: { $gt: 1 } }] }] }, "filter.$and[0].$or[0].id.$gt"],
  ])("the filter %j is refused at %s", async (filter, place) => {
    await using made = await makePlace();
    await using store = await openStore(made.location);
    await expect(store.users("default", { filter: filter as Filter })).rejects.toMatchObject({
      code: "invalid_filter",
      message: expect.stringMatching(`^${RegExp.escape(place)}: .+`) as unknown,
      fix: expect.stringMatching(/\.$/) as unknown,
    });
  });

  test.each<[sort: unknown, place: string]>([
    [[], "sort"],
    ["name", "sort"],
    [Array.from({ length: 6 }, () => ({ field: "id" })), "sort"],
    [[null], "sort[0]"],
    [[{ field: "id" }, {}], "sort[1]"],
    [[{ field: "id", direction: 2 }], "sort[0]"],
    [[{ field: "teams" }], "sort[0]"],
    [[{ field: "privacy_settings" }], "sort[0]"],
    [[{ field: "role.name" }], "sort[0]"],
  ])("the sort %j is refused at %s", async (sort, place) => {
    await using made = await makePlace();
    await using store = await openStore(made.location);
    const query = { sort: sort as SortField[] };
    await expect(store.users("default", query)).rejects.toMatchObject({
      code: "invalid_sort",
      message: expect.stringMatching(`^${RegExp.escape(place)}: .+`) as unknown,
    });
  });

  test("lists without custom data know their own fields only", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const filter = { shoe_size: 39 };
    for (const list of [store.devices("default", { filter }), store.bans("default", { filter })]) {
      await expect(list).rejects.toMatchObject({ code: "invalid_filter", fix: /created_at/ });
    }
  });

  test("filters are bounded, and the largest ones are answered", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, queryItems);
    const ask = (filter: Filter) => store.users("default", { filter });
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `u${i}`);
    const deep = (levels: number): Filter =>
      levels === 0 ? { id: "u1" } : { $nor: [{ $or: [{ id: "u2" }, deep(levels - 2)] }] };
    const answered: Filter[] = [
      { id: { $in: ids(498) } },
      { $or: ids(165).map((id) => ({ id: { $ne: id } })) },
      { $nor: ids(160).map((id) => ({ thing: { $gt: id } })) },
      { $and: ids(80).map((id) => ({ $or: [{ name: { $autocomplete: id } }, { thing: id }] })) },
      deep(10),
    ];
    for (const filter of answered) expect((await ask(filter)).kind).toBe("page");
    const refused: Filter[] = [
      { id: { $in: ids(500) } },
      { id: { $in: ids(40_000) } },
      { $or: ids(300).map((id) => ({ id })) },
      { id: "x".repeat(65_537) },
      { ["x".repeat(256)]: 1 },
      deep(12),
    ];
    for (const filter of refused) {
      await expect(ask(filter)).rejects.toMatchObject({ code: "invalid_filter" });
    }
  });

  test("offsets are bounded, and go with no cursor", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, queryItems);
    const cursor = (await store.users("default", { limit: 1 })).next!;
    const refused: [ListQuery, string][] = [
      [{ offset: -1 }, "invalid_limit"],
      [{ offset: 1.5 }, "invalid_limit"],
      [{ offset: 1001 }, "invalid_limit"],
      [{ offset: 1, cursor }, "invalid_cursor"],
      [{ cursor, sort: [{ field: "name" }] }, "invalid_cursor"],
      [{ cursor, sort: [{ field: "created_at" }] }, "invalid_cursor"],
    ];
    for (const [query, code] of refused) {
      await expect(store.users("default", query)).rejects.toMatchObject({ code });
    }
    const same: ListQuery = { cursor, sort: [{ field: "created_at", direction: -1 }] };
    expect((await store.users("default", same)).kind).toBe("page");
  });

  test.each(queryLists)("$name: what a question holds is never SQL", async ({ ask, fields }) => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, queryItems);
    const before = await store.countItems("default");
    const all = await ask(store, { limit: 300 });
    const attacks = [
      `'; drop table users; --`,
      `" or 1=1 --`,
      `x') or ('1'='1`,
      `%`,
      `_`,
      `$`,
      `$.a`,
      `a"`,
      `a\\`,
      `"]`,
      `?`,
      `?1`,
      `:app`,
      `users.id`,
      `__proto__`,
      `constructor`,
      `"a" OR "b" NEAR(c) text:d* ^e`,
      oddName,
    ];
    const text = fields.text[0]!;
    for (const attack of attacks) {
      const none = { kind: "page", items: [], next: null };
      expect(await ask(store, { filter: { [text]: attack } })).toEqual(none);
      expect(await ask(store, { filter: { [text]: { $in: [attack, `${attack}'`] } } })).toEqual(
        none,
      );
      if (fields.any.length === 0) continue;
      expect(await ask(store, { filter: { [`custom.${attack}.x`]: attack } })).toEqual(none);
      expect(await ask(store, { filter: { thing: { $contains: attack } } })).toEqual(none);
      const sorted = await ask(store, { sort: [{ field: `custom.${attack}.x` }], limit: 300 });
      expect(sorted).toMatchObject({ items: { length: (all as Page).items.length } });
      const words = await ask(store, { filter: { thing: { $autocomplete: `zz ${attack}` } } });
      expect(words).toEqual(none);
    }
    expect(await store.countItems("default")).toEqual(before);
    expect(await ask(store, { limit: 300 })).toEqual(all);
  });

  test("a custom field of any name is found by it", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const names = [
      `a"b`,
      `a\\b`,
      `a\\"b`,
      `'`,
      "#",
      "$",
      "[0]",
      "0",
      "é\u0301",
      "c\n",
      "\u0001",
      " ",
      "__proto__",
      "users",
    ];
    await loadAll(
      store,
      names.map((name, i) => ({
        type: "user" as const,
        item: { id: `u${i}`, ...Object.fromEntries([[name, { [name]: [i] }]]) },
      })),
    );
    for (const [i, name] of names.entries()) {
      const filter = { [`custom.${name}.${name}`]: { $contains: i } };
      expect((await store.users("default", { filter })).items).toMatchObject([{ id: `u${i}` }]);
    }
  });

  test("words of a search are words, whatever they look like", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, queryItems);
    const red = await store.search("default", { text: "red" });
    expect(red.items.length).toBeGreaterThan(0);
    for (const text of [`"red"`, "red*", "(red)", "-red", "^red", "+red", "red:", "'red';--"]) {
      expect(await store.search("default", { text })).toEqual(red);
    }
    for (const text of ["red OR tea", "red NOT tea", "NEAR(red tea)", "text:red"]) {
      expect((await store.search("default", { text })).items).toEqual([]);
    }
  });
}
