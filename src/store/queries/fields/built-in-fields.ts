import { type RawBuilder, sql } from "kysely";
import type { ItemTypeName } from "../../../format/index.ts";
import { type Column, columns } from "../../columns.ts";
import { tables } from "../../tables.ts";
import type { QueryDialect } from "../dialect.ts";
import { type QueryField, several, single } from "../field.ts";

/** The fields that a type's field table gives: values and lists to compare, and of objects whether they are there. */
export function builtInFields(
  type: ItemTypeName,
  dialect: QueryDialect,
): readonly (readonly [string, QueryField])[] {
  return columns[type]
    .filter(({ name }) => name !== "custom")
    .map((column) => [
      column.name,
      fieldOf(column, sql.ref(`${tables[type]}.${column.name}`), dialect),
    ]);
}

function fieldOf(column: Column, value: RawBuilder<unknown>, dialect: QueryDialect): QueryField {
  const { field } = column;
  const kind = field?.kind ?? "string";
  const nullable =
    field !== undefined &&
    column.upsert !== "key" &&
    !field.required &&
    field.default === undefined &&
    field.name !== "id";
  switch (kind) {
    case "string":
      return single("text", value, { nullable });
    case "time":
    case "boolean":
    case "number":
      return single(kind, value, { nullable });
    case "strings":
      return several((test) => dialect.entry(value, test));
    case "objects":
      return { ...several((test) => dialect.entry(value, test, "type")), operators: ["$exists"] };
    case "map":
    case "object":
      return { ...several((test) => sql`${test(value)}`), operators: ["$exists"] };
  }
}
