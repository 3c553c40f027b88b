import { type RawBuilder, sql, type SqlBool } from "kysely";
import { StoreError } from "../store-error.ts";
import { compare } from "./compare.ts";
import type { Operator } from "./field.ts";
import { fieldOf, type QuerySubject } from "./field-of.ts";

/** A filter nests `$and`, `$or` and `$nor` at most so deep, compares with at most so many values, and its names and strings have at most so many characters, all together. */
const maxDepth = 10;
const maxValues = 500;
const maxCharacters = 65_536;

/** Compiles a filter to SQL in which what it says stands in parameters. The answer is two-valued: a comparison with a value that is not there does not hold, its negation does. Throws a {@link StoreError} `invalid_filter` that names the place in the filter, what is wrong there and what is allowed.
 *
 * @param name how messages call the filter. */
export function compileFilter(
  filter: unknown,
  subject: QuerySubject,
  name = "filter",
): RawBuilder<SqlBool> {
  let values = 0;
  let characters = 0;
  return all(filter, name, 0);

  function all(filter: unknown, where: string, depth: number): RawBuilder<SqlBool> {
    if (!isObject(filter)) {
      fail(
        where,
        "a filter is an object",
        "Write it as { field: value }, or { field: { $operator: value } }.",
      );
    }
    const parts = Object.entries(filter).map(([key, value]) =>
      condition(key, value, `${where}.${shown(key)}`, depth),
    );
    return joined(parts, sql` and `, sql`true`);
  }

  function condition(
    key: string,
    value: unknown,
    where: string,
    depth: number,
  ): RawBuilder<SqlBool> {
    count(where, key);
    if (!key.startsWith("$")) return comparisons(key, value, where);
    if (key !== "$and" && key !== "$or" && key !== "$nor") {
      fail(
        where,
        `${shown(key)} is no operator between filters`,
        "Take $and, $or or $nor; operators on a field stand below its name.",
      );
    }
    if (!Array.isArray(value) || value.length === 0) {
      fail(where, `${key} takes a list of filters, at least one`, `Write ${key}: [{ … }, { … }].`);
    }
    if (depth === maxDepth) {
      fail(
        where,
        `more than ${maxDepth} levels of $and, $or and $nor`,
        "Say the same with fewer levels.",
      );
    }
    const parts = value.map((part, i) => all(part, `${where}[${i}]`, depth + 1));
    if (key === "$and") return joined(parts, sql` and `, sql`true`);
    const some = joined(parts, sql` or `, sql`false`);
    return key === "$or" ? some : sql`(${some}) is not true`;
  }

  function comparisons(name: string, value: unknown, where: string): RawBuilder<SqlBool> {
    const field = fieldOf(subject, name, "invalid_filter", where);
    const pairs: [string, unknown][] = isObject(value) ? Object.entries(value) : [["$eq", value]];
    if (pairs.length === 0) fail(where, "no operator", `Take ${field.operators.join(", ")}.`);
    const parts = pairs.map(([operator, operand]) => {
      const at = isObject(value) ? `${where}.${shown(operator)}` : where;
      if (!field.operators.includes(operator as Operator)) {
        fail(
          at,
          `${shown(name)} takes no ${shown(operator)}`,
          `Take ${field.operators.join(", ")}.`,
        );
      }
      for (const one of Array.isArray(operand) ? operand : [operand]) count(at, one);
      return compare(subject.dialect, field, operator as Operator, operand, (what, fix) =>
        fail(at, what, fix),
      );
    });
    return joined(parts, sql` and `, sql`true`);
  }

  /** What a filter holds is bounded before it is made SQL. */
  function count(where: string, value: unknown): void {
    values += 1;
    if (typeof value === "string") {
      characters += value.length;
      if (!value.isWellFormed() || value.includes("\0")) {
        fail(
          where,
          "there is half a surrogate pair or U+0000 in it",
          "No text in a store has that.",
        );
      }
    }
    if (values > maxValues || characters > maxCharacters) {
      fail(
        where,
        `the filter is too large`,
        `A filter has at most ${maxValues} names and values, and ${maxCharacters.toLocaleString("en-US")} characters in them. Ask in parts.`,
      );
    }
  }
}

function joined(
  parts: readonly RawBuilder<SqlBool>[],
  by: RawBuilder<unknown>,
  none: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (parts.length === 0) return none;
  return parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, by)})`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name as messages quote it. */
function shown(name: string): string {
  return /^[$\w.-]{1,64}$/.test(name) ? name : JSON.stringify(name.slice(0, 64));
}

function fail(where: string, what: string, fix: string): never {
  throw new StoreError("invalid_filter", `${where}: ${what}.`, fix);
}
