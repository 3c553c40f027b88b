import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { SortField } from "../query.ts";
import { StoreError } from "../store-error.ts";
import type { ColumnValue } from "../tables.ts";
import { fieldOf, type QuerySubject } from "./field-of.ts";

const maxFields = 5;

/** What a list is ordered by. */
export interface Order {
  /** The values that rows are ordered by, most telling first; the last ones tell any two rows apart. */
  readonly values: readonly RawBuilder<unknown>[];
  /** The same as text, with directions: cursors of one order do not fit another. */
  readonly name: string;
  /** Orders by the columns that hold the values. */
  readonly by: (columns: readonly string[]) => RawBuilder<unknown>;
  /** The rows behind the one that has these values. */
  readonly after: (values: readonly ColumnValue[]) => RawBuilder<SqlBool>;
}

interface Key {
  readonly value: RawBuilder<unknown>;
  readonly descending: boolean;
  readonly nullable: boolean;
}

/** Compiles a sort, made total by the fields `key` in the direction of the last field named. Values that are not there come last in both directions. Throws a {@link StoreError} `invalid_sort`. */
export function compileSort(sort: unknown, subject: QuerySubject, key: readonly string[]): Order {
  if (!Array.isArray(sort) || sort.length === 0 || sort.length > maxFields) {
    fail("sort", `a sort is a list of 1 to ${maxFields} fields`);
  }
  const named = (sort as unknown[]).map((entry, i): Required<SortField> => {
    const { field, direction = 1 } = (entry ?? {}) as Partial<SortField>;
    if (typeof field !== "string") fail(`sort[${i}]`, "it names no field");
    if (direction !== 1 && direction !== -1)
      fail(`sort[${i}]`, "the direction is neither 1 nor -1");
    return { field, direction };
  });
  const { direction } = named.at(-1)!;
  const rest = key.filter((name) => !named.some(({ field }) => field === name));
  const total = [...named, ...rest.map((field) => ({ field, direction }))];
  const keys = total.flatMap(({ field: name, direction }, i): Key[] => {
    const { order } = fieldOf(subject, name, "invalid_sort", `sort[${i}]`);
    if (order === undefined) fail(`sort[${i}]`, `items cannot be sorted by ${name}`);
    return order.by.map((value) => ({
      value,
      descending: direction === -1,
      nullable: order.nullable,
    }));
  });
  return {
    values: keys.map(({ value }) => value),
    name: total.map(({ field, direction }) => `${direction === 1 ? "" : "-"}${field}`).join(),
    by: (columns) =>
      sql.join(
        keys.map(({ descending, nullable }, i) => {
          const column = sql.ref(columns[i]!);
          const directed = descending ? sql`${column} desc` : column;
          return nullable ? sql`${directed} nulls last` : directed;
        }),
      ),
    after: (values) => after(keys, values),
  };
}

/** A comparison of tuples where it can be one, since an index answers that at once. */
function after(keys: readonly Key[], values: readonly ColumnValue[]): RawBuilder<SqlBool> {
  const [first] = keys;
  if (keys.every((key) => !key.nullable && key.descending === first!.descending)) {
    const sign = first!.descending ? sql`<` : sql`>`;
    return sql`(${sql.join(keys.map((key) => key.value))}) ${sign} (${sql.join(values)})`;
  }
  return keys.reduceRight<RawBuilder<SqlBool>>(
    (rest, { value, descending, nullable }, i) => {
      const from = values[i] ?? null;
      if (from === null) return sql`(${value} is null and ${rest})`;
      const sign = descending ? sql`<` : sql`>`;
      const behind = nullable
        ? sql`(${value} ${sign} ${from} or ${value} is null)`
        : sql`${value} ${sign} ${from}`;
      return sql`(${behind} or (${value} = ${from} and ${rest}))`;
    },
    sql`false`,
  );
}

function fail(where: string, what: string): never {
  throw new StoreError(
    "invalid_sort",
    `${where}: ${what}.`,
    'Write it as [{ "field": "created_at", "direction": -1 }]; 1 is ascending, the default, and -1 descending.',
  );
}
