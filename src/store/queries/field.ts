import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { WantedWords } from "../has-words.ts";
import type { Test, ValueKind } from "./dialect.ts";

/** What a filter may say of a field. */
export type Operator =
  | "$eq"
  | "$ne"
  | "$gt"
  | "$gte"
  | "$lt"
  | "$lte"
  | "$in"
  | "$nin"
  | "$exists"
  | "$contains"
  | "$q"
  | "$autocomplete";

/** A field of a list that filters and sorts may name. */
export interface QueryField {
  /** What values to compare with must be; `any` takes text, numbers and truth values. */
  readonly kind: ValueKind | "time" | "any";
  readonly operators: readonly Operator[];
  /** The only values there are. Default: any. */
  readonly values?: readonly string[];
  /** Whether the test holds for the value, or for any one where the field has several. `kind` is that of the value compared with; null where only its being there is asked. */
  readonly some: (test: Test, kind: ValueKind | null) => RawBuilder<SqlBool>;
  /** The same for the entries of a list, where the field may hold one beside other values. */
  readonly entry?: (test: Test, kind: ValueKind) => RawBuilder<SqlBool>;
  /** How words are found, where not by looking at each value. */
  readonly hasWords?: (wanted: WantedWords) => RawBuilder<SqlBool>;
  /** Why neither filter nor sort can name the field as things are, and what helps. Default: they can. */
  readonly refused?: string;
  /** What orders items by the field, and whether it may be null. Default: no sort may name it. */
  readonly order?: { readonly by: readonly RawBuilder<unknown>[]; readonly nullable: boolean };
}

/** The fields of a list by name. */
export type QueryFields = ReadonlyMap<string, QueryField>;

const equality: readonly Operator[] = ["$eq", "$ne", "$in", "$nin", "$exists"];
const ranges: readonly Operator[] = [...equality, "$gt", "$gte", "$lt", "$lte"];
const words: readonly Operator[] = ["$q", "$autocomplete"];

/** Operators by what a field holds. */
export const operators = {
  text: [...ranges, ...words],
  time: ranges,
  number: ranges,
  boolean: ["$eq", "$ne", "$exists"],
  several: [...equality, "$contains"],
  any: [...ranges, "$contains", ...words],
} satisfies Record<string, readonly Operator[]>;

/** A field with one value. */
export function single(
  kind: ValueKind | "time",
  value: RawBuilder<unknown>,
  options: { readonly nullable?: boolean; readonly values?: readonly string[] } = {},
): QueryField {
  return {
    kind,
    operators: options.values ? equality : operators[kind],
    ...(options.values && { values: options.values }),
    some: (test) => sql`${test(value)}`,
    order: { by: [value], nullable: options.nullable ?? true },
  };
}

/** A field with several values, of which a filter asks whether one is such. */
export function several(some: (test: Test) => RawBuilder<SqlBool>): QueryField {
  return { kind: "text", operators: operators.several, some };
}

/** A field that is known and cannot be asked for as things are. */
export function refused(why: string): QueryField {
  return { kind: "any", operators: [], some: () => sql`false`, refused: why };
}

/** A field that no item has, since imports do not carry it: comparisons never hold. */
export function absent(kind: "text" | "time"): QueryField {
  return single(kind, sql`cast(null as text)`);
}
