import type { FilterKind } from "./filter-fields.ts";

/** A way to compare a field, in words, and as the API has it. */
export interface Comparison {
  readonly words: string;
  readonly operator: string;
  /** The value, where it is always the same. Default: what is given. */
  readonly value?: boolean;
}

const is: Comparison = { words: "is", operator: "$eq" };
const isNot: Comparison = { words: "is not", operator: "$ne" };
const oneOf: Comparison = { words: "is one of", operator: "$in" };
const words: Comparison = { words: "has words", operator: "$autocomplete" };
const has: Comparison = { words: "has", operator: "$contains" };
const presence: readonly Comparison[] = [
  { words: "is set", operator: "$exists", value: true },
  { words: "is not set", operator: "$exists", value: false },
];
const ranges: readonly Comparison[] = [
  { words: "is at least", operator: "$gte" },
  { words: "is less than", operator: "$lt" },
];

/** How a field can be compared, by what it holds. */
export const comparisons: Readonly<Record<FilterKind, readonly Comparison[]>> = {
  text: [is, isNot, oneOf, words, ...presence],
  time: [
    { words: "is from", operator: "$gte" },
    { words: "is before", operator: "$lt" },
    ...presence,
  ],
  number: [is, isNot, ...ranges],
  boolean: [
    { words: "is yes", operator: "$eq", value: true },
    { words: "is no", operator: "$eq", value: false },
  ],
  list: [has, ...presence],
  presence,
  any: [is, isNot, words, has, ...ranges, ...presence],
};
