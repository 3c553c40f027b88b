import * as z from "zod";
import { expect, test } from "vitest";
import { jsonSchema } from "../openapi/json-schema.ts";
import { fieldRows } from "./field-rows.ts";

test("every field of a shape has a row, with its type in words", () => {
  const shape = z.object({ id: z.string() }).meta({ id: "Shape" });
  const schema = z.object({
    name: z.string().nullable().optional(),
    at: z.iso.datetime(),
    mode: z.enum(["a", "b"]).meta({ description: "How." }),
    limit: z.int().min(1).max(5).default(3),
    shapes: z.array(shape).nullable(),
    counts: z.record(z.string(), z.object({ n: z.int() })),
    any: z.unknown(),
  });
  const rows = fieldRows(jsonSchema(schema, "input", {}));
  expect(rows.map(({ name, type, required, meaning }) => [name, type, required, meaning])).toEqual([
    ["name", "string or null", false, ""],
    ["at", "time", true, ""],
    ["mode", '"a" | "b"', true, "How."],
    ["limit", "integer", false, "At least 1, at most 5. Default: 3."],
    ["shapes", "list of Shape or null", true, ""],
    ["counts", "object of object", true, ""],
    ["counts.*.n", "integer", true, ""],
    ["any", "anything", true, ""],
  ]);
  expect(rows.find(({ name }) => name === "shapes")!.shape).toBe("Shape");
});
