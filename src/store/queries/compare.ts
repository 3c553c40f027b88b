import { type RawBuilder, sql, type SqlBool } from "kysely";
import { parseTime } from "../../format/index.ts";
import { searchWords } from "../search-words.ts";
import type { QueryDialect, ValueKind } from "./dialect.ts";
import type { Operator, QueryField } from "./field.ts";

/** Says what is wrong with an operand, and how to mend it, by throwing. */
export type Fail = (what: string, fix: string) => never;

/** At most so many words are searched for at once; in scripts without spaces, so many letters. */
const maxTerms = 100;

const signs = {
  $eq: sql`=`,
  $contains: sql`=`,
  $gt: sql`>`,
  $gte: sql`>=`,
  $lt: sql`<`,
  $lte: sql`<=`,
} as const satisfies Partial<Record<Operator, RawBuilder<unknown>>>;

/** Compiles one comparison of a field, with an operator that it takes. Calls `fail` where the operand is not what the field or the operator needs. */
export function compare(
  dialect: QueryDialect,
  field: QueryField,
  operator: Operator,
  operand: unknown,
  fail: Fail,
): RawBuilder<SqlBool> {
  switch (operator) {
    case "$eq":
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
    case "$contains": {
      const { kind, value } = operandOf(dialect, field, operand, fail);
      const some = (operator === "$contains" && field.entry) || field.some;
      return some((found) => sql`${found} ${signs[operator]} ${value}`, kind);
    }
    case "$ne":
      return not(compare(dialect, field, "$eq", operand, fail));
    case "$nin":
      return not(compare(dialect, field, "$in", operand, fail));
    case "$in": {
      if (!Array.isArray(operand)) return fail("$in and $nin take a list", "Write [a, b].");
      const byKind = Map.groupBy(
        operand.map((one: unknown) => operandOf(dialect, field, one, fail)),
        ({ kind }) => kind,
      );
      const parts = Array.from(byKind, ([kind, found]) => {
        const values = sql.join(found.map(({ value }) => value));
        return field.some((left) => sql`${left} in (${values})`, kind);
      });
      return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
    }
    case "$exists": {
      if (typeof operand !== "boolean") return fail("$exists takes true or false", "Write one.");
      const exists = field.some((value) => sql`${value} is not null`, null);
      return operand ? exists : not(exists);
    }
    case "$q":
    case "$autocomplete": {
      const wanted = { words: wordsOf(operand, fail), prefix: operator === "$autocomplete" };
      if (field.hasWords) return field.hasWords(wanted);
      return field.some((value) => dialect.hasWords(value, wanted), "text");
    }
  }
}

function not(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql`(${condition}) is not true`;
}

interface Operand {
  readonly kind: ValueKind;
  readonly value: unknown;
}

function operandOf(
  dialect: QueryDialect,
  { kind, values }: QueryField,
  operand: unknown,
  fail: Fail,
): Operand {
  if (operand === null) {
    return fail("null is no value to compare with", "Ask whether it is there: { $exists: false }.");
  }
  if (kind === "time") {
    const time = typeof operand === "string" ? parseTime(operand) : undefined;
    if (time !== undefined) return { kind: "text", value: time };
    return fail("it takes a time", 'Write it as "2024-05-01T10:00:00Z".');
  }
  if (values && !values.includes(operand as string)) {
    return fail("it has no such value", `Take one of ${values.join(", ")}.`);
  }
  const given = typeof operand;
  if (given === "string" && (kind === "text" || kind === "any")) {
    return { kind: "text", value: operand };
  }
  if (Number.isFinite(operand) && (kind === "number" || kind === "any")) {
    return { kind: "number", value: dialect.number(operand as number) };
  }
  if (given === "boolean" && (kind === "boolean" || kind === "any")) {
    return { kind: "boolean", value: dialect.boolean(operand as boolean) };
  }
  const what = {
    text: "text",
    number: "a number",
    boolean: "true or false",
    any: "text, a number, true or false",
  };
  return fail(`it takes ${what[kind]}`, `Give ${what[kind]}.`);
}

function wordsOf(operand: unknown, fail: Fail): string[][] {
  if (typeof operand !== "string") return fail("$q and $autocomplete take text", "Give text.");
  const words = searchWords(operand);
  if (words.length === 0) return fail("there is no word to search for", "Give letters or digits.");
  if (words.flat().length > maxTerms) {
    return fail("there are too many words to search for", `Give ${maxTerms} at most.`);
  }
  return words;
}
