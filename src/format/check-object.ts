import { checkCustomField, checkCustomSize, type CustomDataCheck } from "./check-custom-data.ts";
import type { CheckOptions } from "./check-options.ts";
import { checkText } from "./check-text.ts";
import type { Field, ObjectField, ObjectsField, StringField } from "./field.ts";
import { type FieldTable, fieldTable } from "./field-table.ts";
import type { RawObject } from "./item-label.ts";
import { pointerTo } from "./pointer.ts";
import { utf8Length } from "./text-size.ts";
import { parseTime } from "./time.ts";

/** What one item's check carries from field to field. */
export interface ItemCheck extends CustomDataCheck {
  readonly options: CheckOptions;
}

/** Checks an object against its table: every field, then what is missing, then the size of its custom data. `owner` is how sentences name the object. */
export function checkObject(
  object: RawObject,
  table: FieldTable,
  owner: string,
  pointer: string,
  depth: number,
  check: ItemCheck,
): void {
  let customBytes = 2;
  for (const key of Object.keys(object)) {
    const value = object[key];
    const alias = table.aliases.get(key);
    const field = table.fields.get(alias ?? key);
    if (field !== undefined) {
      if (alias !== undefined && object[alias] != null && value !== null) {
        const at = pointerTo(pointer, key);
        check.issues.push({ code: "field_given_twice", pointer: at, field: alias, alias: key });
      }
      if (value !== null) checkValue(field, key, value, pointer, depth, check);
    } else if (table.reserved.has(key)) {
      const at = pointerTo(pointer, key);
      check.issues.push({ code: "reserved_field", pointer: at, field: key });
    } else {
      checkLookalike(key, object, table, owner, pointer, check);
      if (table.custom) customBytes += checkCustomField(key, value, pointer, depth, check);
    }
  }
  for (const field of table.required) {
    const value = object[field];
    if (value === undefined || value === null || value === "") {
      check.issues.push({ code: "required_field", pointer: pointerTo(pointer, field), field });
    }
  }
  if (table.custom) {
    const isCustom = (key: string) => !table.fields.has(key) && !table.aliases.has(key);
    checkCustomSize(object, isCustom, customBytes, pointer, check);
  }
}

function checkLookalike(
  key: string,
  object: RawObject,
  table: FieldTable,
  owner: string,
  pointer: string,
  check: ItemCheck,
): void {
  const suggestion = table.lookalike(key);
  const at = () => pointerTo(pointer, key);
  // Readers that do not mind case take the two for one; a name that is only near may well be another.
  const rivals = key.toLowerCase() === suggestion;
  if (suggestion !== undefined && (rivals || !Object.hasOwn(object, suggestion))) {
    check.issues.push({ code: "misspelled_field", pointer: at(), field: key, suggestion });
  } else if (!table.custom) {
    check.issues.push({ code: "unknown_field", pointer: at(), field: key, item_type: owner });
  }
}

function checkValue(
  field: Field,
  key: string,
  value: unknown,
  parent: string,
  depth: number,
  check: ItemCheck,
): void {
  const wrong = (expected: string, pointer = pointerTo(parent, key), found = value) => {
    check.issues.push({ code: "wrong_kind", pointer, field: key, expected, found: kindOf(found) });
  };
  switch (field.kind) {
    case "string":
      if (typeof value !== "string") return wrong("a string");
      return checkString(field, value, parent, check);
    case "boolean":
      if (typeof value !== "boolean") wrong("a boolean");
      return;
    case "number":
      if (typeof value !== "number") return wrong("a number");
      checkCustomField(key, value, parent, depth, check);
      return;
    case "time":
      if (typeof value !== "string") return wrong("a string with an RFC 3339 time");
      // A required one that is empty is reported as missing.
      if (parseTime(value) !== undefined || (value === "" && field.required)) return;
      return invalid(key, value, "", parent, check);
    case "strings":
      if (!Array.isArray(value)) return wrong("a list of strings");
      for (let i = 0; i < value.length; i++) {
        const entry: unknown = value[i];
        if (typeof entry !== "string") {
          wrong("a list of strings", pointerTo(pointerTo(parent, key), i), entry);
        } else if (entry === "" && (field.upsert === "key" || field.refersTo === "user")) {
          const list = pointerTo(parent, key);
          invalid(key, entry, "the id of a user", list, check, String(i));
        } else if (check.suspectText) {
          checkText(entry, key, pointerTo(pointerTo(parent, key), i), check.issues);
        }
      }
      return;
    case "map":
      if (!isObject(value)) return wrong("an object with string values");
      for (const [name, entry] of Object.entries(value)) {
        const pointer = pointerTo(pointerTo(parent, key), name);
        if (typeof entry !== "string") wrong("an object with string values", pointer, entry);
        else if (check.suspectText) {
          checkText(name, key, pointer, check.issues);
          checkText(entry, key, pointer, check.issues);
        }
      }
      return;
    case "object":
      if (!isObject(value)) return wrong("an object");
      checkObject(value, nested(field), field.name, pointerTo(parent, key), depth + 1, check);
      return;
    case "objects":
      if (!Array.isArray(value)) return wrong("a list of objects");
      for (let i = 0; i < value.length; i++) {
        const entry: unknown = value[i];
        const pointer = pointerTo(pointerTo(parent, key), i);
        if (!isObject(entry)) wrong("a list of objects", pointer, entry);
        else checkObject(entry, nested(field), field.name, pointer, depth + 2, check);
      }
  }
}

function checkString(field: StringField, value: string, parent: string, check: ItemCheck): void {
  const { limit, unit, values } = field;
  const label = field.label ?? field.name;
  if (check.suspectText) checkText(value, field.name, pointerTo(parent, field.name), check.issues);
  if (value === "") return;
  if (values !== undefined && !values.includes(value)) {
    invalid(field.name, value, values.join(", "), parent, check);
  }
  if (limit !== undefined && unit === undefined && value.length * 3 > limit) {
    if (utf8Length(value) > limit) {
      const pointer = pointerTo(parent, field.name);
      check.issues.push({ code: "max_length_exceeded", pointer, field: label, max: limit });
      return;
    }
  }
  const lighter = check.options.lighterChannelIds ? field.lighterPattern : undefined;
  const pattern = lighter ?? field.pattern;
  if (pattern !== undefined && !pattern.test(value)) {
    invalid(label, value, pattern.source, parent, check, field.name);
  }
}

function invalid(
  field: string,
  value: string,
  allowed: string,
  parent: string,
  check: ItemCheck,
  key = field,
): void {
  const pointer = pointerTo(parent, key);
  check.issues.push({ code: "invalid_value", pointer, field, value, allowed });
}

const nestedTables = new Map<readonly Field[], FieldTable>();

function nested(field: ObjectField | ObjectsField): FieldTable {
  let table = nestedTables.get(field.fields);
  if (table === undefined) {
    const custom = field.kind === "objects";
    const reserved = field.kind === "objects" ? field.reserved : [];
    table = fieldTable({ fields: field.fields, custom, reserved });
    nestedTables.set(field.fields, table);
  }
  return table;
}

/** Tells whether a JSON value is an object, and neither a list nor null. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a JSON value is, as sentences say it. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return { object: "an object", string: "a string", number: "a number", boolean: "a boolean" }[
    typeof value as "object" | "string" | "number" | "boolean"
  ];
}
