import type { Field } from "./field.ts";
import { type ItemType, type ItemTypeName, itemTypes } from "./item-types.ts";
import { oneEditApart } from "./one-edit.ts";

/** A field table made ready for looking up: what {@link checkObject} works with. */
export interface FieldTable {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  readonly reserved: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly custom: boolean;
  /** The built-in field that an unknown key looks like a misspelling of. */
  readonly lookalike: (key: string) => string | undefined;
}

/** The tables of the item types. */
export const fieldTables = Object.fromEntries(
  Object.entries(itemTypes).map(([name, type]) => [name, fieldTable(type)]),
) as Readonly<Record<ItemTypeName, FieldTable>>;

/** Makes the table of an item type, an attachment or a nested object. */
export function fieldTable(type: Pick<ItemType, "fields"> & Partial<ItemType>): FieldTable {
  const fields = new Map(type.fields.map((field) => [field.name, field]));
  return {
    fields,
    required: type.fields.filter((field) => field.required).map((field) => field.name),
    reserved: new Set(type.reserved),
    aliases: new Map(Object.entries(type.aliases ?? {})),
    custom: type.custom ?? false,
    lookalike: lookalikes([...fields.keys()]),
  };
}

const remembered = 10_000;
const longestName = 64;

/** Names of two or three letters are left out: every short custom field is one edit away from `id`. */
function lookalikes(names: readonly string[]): (key: string) => string | undefined {
  const long = names.filter((name) => name.length >= 4);
  const known = new Map<string, string | undefined>();
  return (key) => {
    if (key.length > longestName) return undefined;
    if (known.has(key)) return known.get(key);
    if (known.size > remembered) known.clear();
    const plain = letters(key);
    const found =
      names.find((name) => letters(name) === plain) ?? long.find((name) => oneEditApart(name, key));
    known.set(key, found);
    return found;
  };
}

/** `createdAt`, `Created_At` and `created-at` are all `created_at` written by another hand. */
function letters(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
