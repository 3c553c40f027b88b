import { type Field, type ItemTypeName, itemTypes } from "../../src/format/index.ts";

/** What a field holds, as far as comparing goes: `list` several values, `presence` what can only be there or not, `any` whatever custom data has. */
export type FilterKind = "text" | "time" | "number" | "boolean" | "list" | "presence" | "any";

/** A field that a list can be filtered by. */
export interface FilterField {
  readonly name: string;
  readonly kind: FilterKind;
  /** The only values there are. Default: any. */
  readonly values?: readonly string[];
}

const kinds: Readonly<Record<Field["kind"], FilterKind>> = {
  string: "text",
  time: "time",
  boolean: "boolean",
  number: "number",
  strings: "list",
  map: "presence",
  object: "presence",
  objects: "presence",
};

/** What lists take beside the fields of their items, see docs/queries.md. */
const more: Readonly<Partial<Record<ItemTypeName, readonly FilterField[]>>> = {
  channel: [
    { name: "cid", kind: "text" },
    { name: "members", kind: "list" },
    { name: "member_count", kind: "number" },
    { name: "last_message_at", kind: "time" },
    { name: "member.user.name", kind: "text" },
  ],
  message: [
    { name: "cid", kind: "text" },
    { name: "attachments.type", kind: "list" },
    { name: "reply_count", kind: "number" },
    { name: "pinned", kind: "boolean" },
  ],
  member: [{ name: "name", kind: "text" }],
};

/** The fields that a list of items of a type can be filtered by. */
export function filterFields(type: ItemTypeName): readonly FilterField[] {
  const fields: readonly Field[] = itemTypes[type].fields;
  const own = fields
    .filter(({ name }) => !name.startsWith("channel_") || name === "channel_role")
    .map((field) => ({
      name: field.name,
      kind: kinds[field.kind],
      ...("values" in field && field.values && { values: field.values }),
    }));
  return [...own, ...(more[type] ?? [])];
}
