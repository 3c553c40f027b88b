import fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { hasWords } from "../has-words.ts";
import { openStore } from "../open-store.ts";
import type { Filter } from "../query.ts";
import { searchWords } from "../search-words.ts";
import type { Store } from "../store.ts";
import { allPages } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import type { MakePlace } from "./store-place.ts";

/** Search in the text of messages. */
export function querySearchContract(makePlace: MakePlace): void {
  test.each<[text: string, found: string[], notFound: string[]]>([
    [
      "Release party, Friday!",
      ["party", "friday release", "PARTY"],
      ["part", "arty", "party monday"],
    ],
    ["Ein Café in Köln", ["cafe", "CAFÉ", "koln", "köln cafe"], ["caf", "kolns"]],
    ["cafe\u0301", ["café"], []],
    ["don't e-mail a_b", ["don't", "t don", "mail", "a_b", "b"], ["dont"]],
    ["Straße ﬁn ＡＢＣ", ["straße", "fin", "abc"], ["strasse"]],
    ["ΟΔΟΣ Ёлка", ["οδος", "οδός", "елка"], []],
    ["東京では雨が降る", ["東京", "京で", "雨", "雨が降る"], ["京都", "東雨", "雨か"]],
    ["สวัสดีครับ", ["สวัสดี", "ครับ"], ["ครบ"]],
    ["हिन्दी में", ["हिन्दी", "में"], ["हिन्", "ह"]],
    ["한국어 검색", ["한국어", "검색"], ["한국"]],
    ["v2.10 👍 100%", ["v2", "10", "👍 100"], ["1"]],
  ])("%s", async (text, found, notFound) => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, [message("m1", text)]);
    for (const words of found) expect([words, await ids(store, words)]).toEqual([words, ["m1"]]);
    for (const words of notFound) expect([words, await ids(store, words)]).toEqual([words, []]);
  });

  test("any text is found by any words just where looking at it says so", async () => {
    const letters = "aAbé e\u0301ßσς東京がか\u3099ทีกक्षि한_-'\"*():^.,!👍1２½ \n".match(/./gsu)!;
    const text = fc
      .array(fc.constantFrom(...letters), { maxLength: 12 })
      .map((all) => all.join(""));
    const words = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 });
    await using place = await makePlace();
    await using store = await openStore(place.location);
    let batch = 0;
    const property = fc.asyncProperty(
      fc.array(text, { minLength: 20, maxLength: 20 }),
      fc.array(words, { minLength: 20, maxLength: 20 }),
      fc.boolean(),
      async (texts, queries, prefix) => {
        const items = texts.map((text, i) => message(`${batch}-${i}`, text, `c${batch}`));
        const channels = { cid: `messaging:c${batch}` };
        batch += 1;
        await loadAll(store, [channel(`c${batch - 1}`), ...items], { fingerprint: `f${batch}` });
        for (const query of queries.map((all) => all.join(""))) {
          const wanted = { words: searchWords(query), prefix };
          const filter: Filter = { text: { [prefix ? "$autocomplete" : "$q"]: query } };
          if (wanted.words.length === 0) continue;
          const page = await store.search("default", { filter, channels, limit: 300 });
          const found = page.items.map(({ id }) => String(id)).sort();
          const right = items.filter(({ item }) => hasWords(String(item["text"]), wanted));
          expect([query, found]).toEqual([
            query,
            right.map(({ item }) => String(item["id"])).sort(),
          ]);
        }
      },
    );
    await fc.assert(property, { numRuns: 25, endOnFailure: true });
  });

  test("the index follows what loads change", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const load = (fingerprint: string, ...items: CheckedItem[]) =>
      loadAll(store, items, { fingerprint });
    await load("1", message("m1", "first words"), message("m2", "first too"));
    expect(await ids(store, "first")).toEqual(["m2", "m1"]);
    await load("2", message("m1", "second words"), message("m3", "first again"));
    expect(await ids(store, "first")).toEqual(["m3", "m2"]);
    expect(await ids(store, "second words")).toEqual(["m1"]);
    await load("3", {
      type: "message",
      item: {
        ...message("m2", "first too").item,
        type: "deleted",
        deleted_at: "2024-05-01T10:00:00Z",
      },
    });
    expect(await ids(store, "first")).toEqual(["m3"]);
    await load("4", {
      type: "message",
      item: { ...message("m2", "first too").item, type: "regular" },
    });
    expect(await ids(store, "first")).toEqual(["m3", "m2"]);
    // The same message twice in one batch, and one that says nothing new.
    await load("5", message("m4", "fifth"), message("m4", "sixth"), message("m3", "first again"));
    expect(await ids(store, "fifth")).toEqual([]);
    expect(await ids(store, "sixth")).toEqual(["m4"]);
    expect(await ids(store, "again")).toEqual(["m3"]);
  });

  test("a search goes through channels and threads of its app alone, not through deleted messages or those by the system", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("other", "development");
    const news = (id: string, more: object): CheckedItem => ({
      type: "message",
      item: { ...message(id, "news").item, ...more },
    });
    const items = [
      channel("hall"),
      channel("den"),
      news("m1", {}),
      news("m2", { channel_id: "den" }),
      news("m3", { parent_id: "m1", type: "reply" }),
      news("m4", { type: "system" }),
      news("m5", { type: "deleted", deleted_at: "2024-05-01T11:00:00Z" }),
    ];
    await loadAll(store, items);
    expect(await ids(store, "news")).toEqual(["m3", "m2", "m1"]);
    expect(await ids(store, "news", { cid: "messaging:den" })).toEqual(["m2"]);
    expect(await ids(store, "news", { id: { $in: ["hall", "attic"] } })).toEqual(["m3", "m1"]);
    expect((await store.search("other", { text: "news" })).items).toEqual([]);
    const { items: found } = await store.search("default", { filter: { id: { $exists: true } } });
    expect(found.map(({ id }) => id)).toEqual(["m3", "m2", "m1"]);
    const paged = await allPages(
      (paging) => store.search("default", { text: "news", ...paging }),
      1,
    );
    expect(paged.map(({ id }) => id)).toEqual(["m3", "m2", "m1"]);
  });

  test("a search for nothing is refused", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const tooMany = [{ text: "word ".repeat(101) }, { text: "東".repeat(101) }];
    for (const query of [{}, { text: "" }, { text: "!! 👍" }, ...tooMany]) {
      await expect(store.search("default", query)).rejects.toMatchObject({
        code: "invalid_filter",
      });
    }
  });
}

async function ids(store: Store, text: string, channels?: Filter): Promise<unknown[]> {
  const { items } = await store.search("default", { text, ...(channels && { channels }) });
  return items.map(({ id }) => id);
}

function message(id: string, text: string, channel_id = "hall"): CheckedItem {
  const created_at = "2024-05-01T10:00:00Z";
  return {
    type: "message",
    item: { id, channel_type: "messaging", channel_id, user: "bo", text, created_at },
  };
}

function channel(id: string): CheckedItem {
  return { type: "channel", item: { type: "messaging", id, created_by: "ana" } };
}
