import * as z from "zod";

/** A JSON Schema, as far as it is looked into here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly contentMediaType?: string;
  readonly contentSchema?: JsonSchema;
}

/** The JSON Schema of a zod schema, for a place in an OpenAPI document. Shapes with an id are put into `shapes` and referred to.
 *
 * @param io what it reads, or what it gives */
export function jsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  shapes: Record<string, JsonSchema>,
): JsonSchema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const {
    $defs,
    $schema: _,
    ...rest
  } = JSON.parse(text) as JsonSchema & {
    readonly $schema?: string;
    readonly $defs?: Readonly<Record<string, JsonSchema & { readonly id?: string }>>;
  };
  for (const [name, { id: __, ...shape }] of Object.entries($defs ?? {})) shapes[name] = shape;
  return rest;
}
