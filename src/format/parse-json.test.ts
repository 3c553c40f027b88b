import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test("a name with an escape is not taken for one that ends in a backslash", () => {
  expect(Object.keys(parseJson('{"y":1,"c\\\\":1}') as object)).toEqual(["y", "c\\"]);
  expect(Object.keys(parseJson('{"y":1,"c\\n":1}') as object)).toEqual(["y", "c\n"]);
  expect(Object.keys(parseJson('{"y":1,"c\\u0041":1}') as object)).toEqual(["y", "cA"]);
});

test("whatever JSON writes is read back, `__proto__` and names with escapes too", () => {
  const name = fc.oneof(fc.constantFrom("__proto__", "c\\", "c\n", 'c"', "c\u0001"), fc.string());
  const leaf = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc
      .array(fc.tuple(name, tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  }));
  fc.assert(
    fc.property(value, (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(parseJson(text))).toBe(text);
      expect(JSON.stringify(parseJson(JSON.stringify(value, null, 2)))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("nesting of any depth is read", () => {
  const text = `${'{"a\\n":['.repeat(50_000)}${"]}".repeat(50_000)}`;
  let depth = 0;
  for (let value = parseJson(text); Array.isArray(value) || typeof value === "object"; depth++) {
    value = Array.isArray(value) ? value[0] : (value as Record<string, unknown>)["a\n"];
    if (value === undefined) break;
  }
  expect(depth).toBe(99_999);
});

test("what is no JSON is a SyntaxError", () => {
  expect(() => parseJson('{"a\\n":1,}')).toThrow(SyntaxError);
});
