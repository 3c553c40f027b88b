import fc from "fast-check";
import { expect, test } from "vitest";
import type { Filter, NotFound, Page, PresentedItem, SortField } from "../query.ts";
import { openStore } from "../open-store.ts";
import { allPages } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import { comparePlain, plainFilter, plainValue } from "./plain-filter.ts";
import { customValues, queryItems } from "./query-items.ts";
import { type QueryList, queryLists } from "./query-lists.ts";
import type { MakePlace } from "./store-place.ts";

const runs = { numRuns: 150 };

/** Filters, sorts and pages, held against the same done by hand. */
export function queryFilterContract(makePlace: MakePlace): void {
  test.each(queryLists)("$name: a filter finds what it says, and nothing else", async (list) => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, queryItems);
    const all = await allPages((paging) => list.ask(store, paging));
    expect(all.length).toBeGreaterThan(2);
    const property = fc.asyncProperty(arbitraryFilter(list, all), async (filter) => {
      const found = items(await list.ask(store, { filter, limit: 300 }));
      const wanted = all.filter((item) => plainFilter(filter, item, list.getters));
      expect(found).toEqual(wanted);
    });
    await fc.assert(property, runs);
  });

  test.each(queryLists)(
    "$name: the pages of a sort make the whole list, in order, whatever their size",
    async (list) => {
      await using place = await makePlace();
      await using store = await openStore(place.location);
      await loadAll(store, queryItems);
      const all = await allPages((paging) => list.ask(store, paging));
      const property = fc.asyncProperty(
        arbitrarySort(list),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 5 }),
        async (sort, limit, offset) => {
          const sorted = plainSort(all, sort, list);
          expect(await allPages((paging) => list.ask(store, { ...paging, sort }), limit)).toEqual(
            sorted,
          );
          const later = items(await list.ask(store, { sort, limit, offset }));
          expect(later).toEqual(sorted.slice(offset, offset + limit));
        },
      );
      await fc.assert(property, { numRuns: 30 });
    },
  );
}

type Kind = keyof QueryList["fields"];

const operators: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    "$eq",
    "$ne",
    "$gt",
    "$gte",
    "$lt",
    "$lte",
    "$in",
    "$nin",
    "$exists",
    "$q",
    "$autocomplete",
  ],
  time: ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists"],
  number: ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists"],
  boolean: ["$eq", "$ne", "$exists"],
  several: ["$eq", "$ne", "$in", "$nin", "$contains", "$exists"],
  any: [
    "$eq",
    "$ne",
    "$gt",
    "$gte",
    "$lt",
    "$lte",
    "$in",
    "$nin",
    "$exists",
    "$contains",
    "$q",
    "$autocomplete",
  ],
};

/** Filters of the fields of a list, with values that its items have and values that none has. */
function arbitraryFilter(list: QueryList, all: readonly PresentedItem[]): fc.Arbitrary<Filter> {
  const words = fc.constantFrom(
    "red",
    "Red",
    "wine red",
    "re",
    "an",
    "lund ana",
    "東",
    "京の",
    "bo e",
  );
  const valueOf = (kind: Kind, name: string): fc.Arbitrary<unknown> => {
    const values = [
      ...new Set(all.flatMap((item) => scalars(plainValue(name, item, list.getters)))),
    ];
    const others: Readonly<Record<Kind, readonly unknown[]>> = {
      text: ["u1", "", "zz", "'"],
      time: ["2024-05-01T10:03:00.000000Z"],
      number: [0, 1, 2.5],
      boolean: [true, false],
      several: ["u1", "nobody"],
      any: customValues.filter((value) => typeof value !== "object"),
    };
    return fc.constantFrom(...values, ...others[kind]);
  };
  const comparison = (kind: Kind, name: string): fc.Arbitrary<Filter> =>
    fc.constantFrom(...operators[kind]).chain((operator): fc.Arbitrary<Filter> => {
      const value = valueOf(kind, name);
      let operand: fc.Arbitrary<unknown> = value;
      if (operator === "$exists") operand = fc.boolean();
      if (operator === "$q" || operator === "$autocomplete") operand = words;
      if (operator === "$in" || operator === "$nin") operand = fc.array(value, { maxLength: 4 });
      // Truth values are equal or not; nothing is greater.
      const ranged = ["$gt", "$gte", "$lt", "$lte"].includes(operator);
      if (ranged) operand = operand.filter((one) => typeof one !== "boolean");
      return operator === "$eq"
        ? operand.map((one) => ({ [name]: one }))
        : operand.map((one) => ({ [name]: { [operator]: one } }));
    });
  const leaves = Object.entries(list.fields).flatMap(([kind, names]) =>
    names.map((name) => comparison(kind as Kind, name)),
  );
  const leaf = fc.oneof(...leaves);
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.tuple(leaf, leaf).map(([a, b]) => ({ $and: [a, b] })),
      fc
        .array(tie("filter"), { minLength: 1, maxLength: 3 })
        .chain((parts) =>
          fc.constantFrom("$and", "$or", "$nor").map((operator) => ({ [operator]: parts })),
        ),
    ),
  }));
  return filter;
}

function scalars(value: unknown): unknown[] {
  const entries =
    typeof value === "object" && value !== null ? Object.values(value).flat() : [value];
  return entries.filter((entry) => ["string", "number", "boolean"].includes(typeof entry));
}

function arbitrarySort(list: QueryList): fc.Arbitrary<SortField[]> {
  const { several: _, ...sortable } = list.fields;
  const names = Object.values(sortable)
    .flat()
    .filter((name) => name !== "member.user.name");
  const field = fc.record(
    { field: fc.constantFrom(...names), direction: fc.constantFrom(1 as const, -1 as const) },
    { requiredKeys: ["field"] },
  );
  return fc.array(field, { minLength: 1, maxLength: 4 });
}

function plainSort(
  all: readonly PresentedItem[],
  sort: readonly SortField[],
  { key, getters }: QueryList,
): PresentedItem[] {
  const { direction = 1 } = sort.at(-1)!;
  const total = [...sort, ...key.map((field) => ({ field, direction }))];
  return all.toSorted((a, b) => {
    for (const { field, direction = 1 } of total) {
      const [left, right] = [a, b].map((item) => {
        const value = plainValue(field, item, getters);
        return typeof value === "object" ? undefined : value;
      });
      if (left === undefined && right === undefined) continue;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      const sign = comparePlain(left, right);
      if (sign !== 0) return sign * direction;
    }
    return 0;
  });
}

function items(page: Page | NotFound): readonly PresentedItem[] {
  if (page.kind === "not_found") throw new Error(`no ${page.type} ${page.key}`);
  return page.items;
}
