import { hasWords } from "../has-words.ts";
import type { PresentedItem } from "../query.ts";
import { searchWords } from "../search-words.ts";

/** What an item has under a name, where that is not plainly the value of the field. A list has several. `words of` a field are what searches look at. */
export type Getters = Readonly<Record<string, (item: PresentedItem) => unknown>>;

/** Answers a filter by looking at an item, as docs/queries.md says it. */
export function plainFilter(filter: object, item: PresentedItem, getters: Getters): boolean {
  return Object.entries(filter).every(([key, value]: [string, unknown]) => {
    if (key === "$and")
      return (value as object[]).every((part) => plainFilter(part, item, getters));
    if (key === "$or") return (value as object[]).some((part) => plainFilter(part, item, getters));
    if (key === "$nor")
      return !(value as object[]).some((part) => plainFilter(part, item, getters));
    const pairs = typeof value === "object" ? Object.entries(value!) : [["$eq", value] as const];
    return pairs.every(([operator, operand]) => {
      const words = `words of ${key}`;
      const isSearch = operator === "$q" || operator === "$autocomplete";
      const name = isSearch && Object.hasOwn(getters, words) ? words : key;
      return holds(operator, plainValue(name, item, getters), operand);
    });
  });
}

/** The value of a field, `undefined` where it is not there. */
export function plainValue(name: string, item: PresentedItem, getters: Getters): unknown {
  if (Object.hasOwn(getters, name)) return getters[name]!(item);
  const value = name
    .split(".")
    .reduce<unknown>(
      (from, key) =>
        typeof from === "object" &&
        from !== null &&
        !Array.isArray(from) &&
        Object.hasOwn(from, key)
          ? (from as PresentedItem)[key]
          : undefined,
      item,
    );
  return value ?? undefined;
}

/** The entries of a list that is a field's own, and not a value of custom data. */
export class Several {
  readonly entries: readonly unknown[];

  constructor(entries: readonly unknown[]) {
    this.entries = entries;
  }
}

function holds(operator: string, found: unknown, operand: unknown): boolean {
  const values = found instanceof Several ? found.entries : [found];
  switch (operator) {
    case "$eq":
      return values.some((value) => value === operand);
    case "$ne":
      return !holds("$eq", found, operand);
    case "$in":
      return (operand as unknown[]).some((one) => holds("$eq", found, one));
    case "$nin":
      return !holds("$in", found, operand);
    case "$exists":
      return values.some((value) => value !== undefined) === operand;
    case "$contains":
      return found instanceof Several
        ? holds("$eq", found, operand)
        : Array.isArray(found) && found.includes(operand);
    case "$q":
    case "$autocomplete": {
      const wanted = {
        words: searchWords(operand as string),
        prefix: operator === "$autocomplete",
      };
      return values.some((value) => typeof value === "string" && hasWords(value, wanted));
    }
    default:
      return values.some((value) => {
        if (typeof value !== typeof operand) return false;
        const sign = comparePlain(value, operand);
        if (operator === "$gt") return sign > 0;
        if (operator === "$gte") return sign >= 0;
        return operator === "$lt" ? sign < 0 : sign <= 0;
      });
  }
}

/** Compares numbers and truth values by size, text by code point; numbers come before text. */
export function comparePlain(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  if (typeof a === "string") return 1;
  return typeof b === "string" ? -1 : Number(a) - Number(b);
}
