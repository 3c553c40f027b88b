import { type RawBuilder, sql } from "kysely";
import { itemTypes, type ItemTypeName } from "../../format/index.ts";
import { derivedFields } from "../present.ts";
import { StoreError, type StoreErrorCode } from "../store-error.ts";
import { tables } from "../tables.ts";
import type { QueryDialect } from "./dialect.ts";
import { operators, type QueryField, type QueryFields } from "./field.ts";

/** Names of more levels, or longer ones, are refused. */
const maxLevels = 10;
const maxName = 255;

/** What a filter or a sort is about: items of one type, their fields, and how custom data is read. */
export interface QuerySubject {
  readonly type: ItemTypeName;
  readonly fields: QueryFields;
  readonly dialect: QueryDialect;
}

/** The field that a filter or a sort names: one of the subject, or else custom data. There a dot leads into an object, and `custom.` before the name says that custom data is meant, whatever the name. Throws a {@link StoreError} `code` where there is no such field.
 *
 * @param where the place of the name, for the message. */
export function fieldOf(
  { type, fields, dialect }: QuerySubject,
  name: string,
  code: StoreErrorCode & ("invalid_filter" | "invalid_sort"),
  where: string,
): QueryField {
  const known = fields.get(name);
  if (known?.refused !== undefined) {
    throw new StoreError(
      code,
      `${where}: ${name} cannot be asked for as it stands.`,
      known.refused,
    );
  }
  if (known !== undefined) return known;
  const path = name.split(".");
  const customOnly = path[0] === "custom" && path.length > 1;
  if (customOnly) path.shift();
  const { custom, reserved, fields: table } = itemTypes[type] as (typeof itemTypes)["message"];
  const taken: readonly string[] = [
    ...reserved,
    ...table.map((field) => field.name),
    ...derivedFields(type),
    ...fields.keys(),
  ];
  const unknown =
    !custom ||
    (!customOnly && taken.includes(path[0]!)) ||
    name.length > maxName ||
    path.length > maxLevels;
  if (unknown) {
    const more = custom
      ? `, or a custom field, of at most ${maxName} characters and ${maxLevels} levels`
      : "";
    throw new StoreError(
      code,
      `${where}: ${tables[type]} have no field ${JSON.stringify(name.slice(0, maxName))} to ask for.`,
      `Take one of ${[...fields.keys()].join(", ")}${more}.`,
    );
  }
  return customField(dialect, sql.ref(`${tables[type]}.custom`), path);
}

function customField(
  dialect: QueryDialect,
  column: RawBuilder<unknown>,
  path: string[],
): QueryField {
  return {
    kind: "any",
    operators: operators.any,
    some: (test, kind) =>
      sql`${test(kind === null ? dialect.customAny(column, path) : dialect.custom(column, path, kind))}`,
    entry: (test, kind) => dialect.customEntry(column, path, kind, test),
    order: { by: dialect.customOrder(column, path), nullable: true },
  };
}
