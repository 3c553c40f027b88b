import type { JsonSchema } from "../openapi/json-schema.ts";

/** A field of a shape, as a row of a table. */
export interface FieldRow {
  /** With the fields it is in: `result.errors[].code`. */
  readonly name: string;
  readonly type: string;
  /** The shape that it is described as. */
  readonly shape?: string;
  readonly required: boolean;
  readonly meaning: string;
}

/** The fields of a shape, those of nested objects behind them. */
export function fieldRows(schema: JsonSchema, path = ""): readonly FieldRow[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = path + key;
    const { inner, suffix } = innermost(field);
    const shape = inner.$ref?.split("/").at(-1);
    const row: FieldRow = {
      name,
      type: typeText(field),
      required: required.includes(key),
      meaning: meaningOf(field),
      ...(shape !== undefined && { shape }),
    };
    return [row, ...fieldRows(inner, `${name}${suffix}.`)];
  });
}

/** What a list, or something that may be null, is of. */
function innermost(field: JsonSchema): { inner: JsonSchema; suffix: string } {
  const given = field.anyOf?.filter(({ type }) => type !== "null");
  if (given?.length === 1) return innermost(given[0]!);
  if (field.items) {
    const { inner, suffix } = innermost(field.items);
    return { inner, suffix: `[]${suffix}` };
  }
  const values = field.additionalProperties;
  if (field.type === "object" && typeof values === "object" && !field.properties) {
    return { inner: values, suffix: ".*" };
  }
  return { inner: field, suffix: "" };
}

function typeText(field: JsonSchema): string {
  if (field.$ref !== undefined) return field.$ref.split("/").at(-1)!;
  if (field.anyOf) return field.anyOf.map(typeText).join(" or ");
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return field.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (field.items) return `list of ${typeText(field.items)}`;
  if (field.format === "date-time") return "time";
  const values = field.additionalProperties;
  if (field.type === "object" && typeof values === "object" && !field.properties) {
    return `object of ${typeText(values)}`;
  }
  return [field.type ?? "anything"].flat().join(" or ");
}

function meaningOf({ description, default: value, minimum, maximum }: JsonSchema): string {
  const largest = Number.MAX_SAFE_INTEGER;
  const range = [
    ...(minimum !== undefined && minimum > -largest ? [`at least ${minimum}`] : []),
    ...(maximum !== undefined && maximum < largest ? [`at most ${maximum}`] : []),
  ].join(", ");
  const parts = [
    description,
    range && `${range[0]!.toUpperCase()}${range.slice(1)}.`,
    value === undefined ? "" : `Default: ${JSON.stringify(value)}.`,
  ];
  return parts.filter(Boolean).join(" ");
}
