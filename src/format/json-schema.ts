import { cidPattern } from "./item-keys.ts";
import type { Field } from "./field.ts";
import { type ItemType, itemTypes } from "./item-types.ts";

/** A JSON Schema, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 2020-12) of an import file, made from the field tables: for editors that complete and check while one writes. It knows what a field may hold; rules between fields and references are the analysis's. It fits a list of elements, and one line of JSON Lines. */
export function jsonSchema(): JsonSchema {
  const names = Object.keys(itemTypes);
  const definitions = Object.entries<ItemType>(itemTypes).map(([name, type]) => [
    name,
    objectSchema(type.fields, type),
  ]);
  const element = {
    oneOf: names.map((name) => ({
      type: "object",
      properties: {
        type: { const: name },
        item: { $ref: `#/$defs/${name}` },
        data: { $ref: `#/$defs/${name}` },
      },
      required: ["type"],
      oneOf: [{ required: ["item"] }, { required: ["data"] }],
    })),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Chat import file",
    anyOf: [{ type: "array", items: { $ref: "#/$defs/element" } }, { $ref: "#/$defs/element" }],
    $defs: { element, ...Object.fromEntries(definitions) },
  };
}

function objectSchema(
  fields: readonly Field[],
  { reserved = [], custom = true, aliases = {} }: Partial<ItemType> = {},
): JsonSchema {
  const named = new Map(fields.map((field) => [field.name, fieldSchema(field)]));
  for (const [alias, name] of Object.entries(aliases)) named.set(alias, named.get(name)!);
  for (const name of reserved) named.set(name, false as unknown as JsonSchema);
  return {
    type: "object",
    properties: Object.fromEntries(named),
    required: fields.filter((field) => field.required).map((field) => field.name),
    ...(custom ? {} : { additionalProperties: false }),
  };
}

function fieldSchema(field: Field): JsonSchema {
  const { type, ...rest } = valueSchema(field);
  const defaultValue = field.default?.startsWith("import") ? undefined : field.default;
  return {
    description: field.meaning,
    type: field.required ? type : [type, "null"],
    ...rest,
    ...(defaultValue === undefined ? {} : { default: JSON.parse(defaultValue) as unknown }),
  };
}

function valueSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case "string":
      return {
        type: "string",
        ...(field.required ? { minLength: 1 } : {}),
        ...(field.limit === undefined ? {} : { maxLength: field.limit }),
        ...(field.pattern ? { pattern: field.pattern.source } : {}),
        ...(field.values
          ? { enum: field.required ? field.values : [...field.values, "", null] }
          : {}),
      };
    case "time":
      return { type: "string", format: "date-time" };
    case "strings": {
      const pattern = field.refersTo === "cid" ? { pattern: cidPattern.source } : {};
      return { type: "array", items: { type: "string", ...pattern } };
    }
    case "map":
      return { type: "object", additionalProperties: { type: "string" } };
    case "object":
      return objectSchema(field.fields, { custom: false });
    case "objects":
      return { type: "array", items: objectSchema(field.fields, { reserved: field.reserved }) };
    case "boolean":
    case "number":
      return { type: field.kind };
  }
}
