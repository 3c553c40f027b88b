import fc from "fast-check";
import { expect, test } from "vitest";
import { scanValue, skipSpace } from "./scan-value.ts";

function scan(text: string) {
  const bytes = new TextEncoder().encode(text);
  return scanValue(bytes, 0, bytes.length);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const token = fc.constantFrom(
  ...'{}[],:"\\',
  ..."0123456789.eE+-",
  " ",
  "\n",
  "\t",
  "\u0000",
  "true",
  "false",
  "null",
  "nul",
  '"a"',
  '"\\u00e9"',
  '"\\u12g4"',
  "é",
  "'",
);

test("it reads a whole value exactly where JSON.parse does", () => {
  const text = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join("")),
  );
  fc.assert(
    fc.property(text, (text) => {
      const bytes = new TextEncoder().encode(text.replace(/^[ \t\r\n]+/, ""));
      const scanned = scanValue(bytes, 0, bytes.length);
      const whole =
        scanned.kind === "value" && skipSpace(bytes, scanned.end, bytes.length) === bytes.length;
      expect(whole).toBe(parses(text));
    }),
    { numRuns: 3000 },
  );
});

test.for([
  ["x", 0, "invalid character 'x' looking for beginning of value"],
  ['{"a":1,}', 7, "invalid character '}' looking for beginning of object key string"],
  ["{'a':1}", 1, "invalid character '\\'' looking for beginning of object key string"],
  ['{"a" 1}', 5, "invalid character '1' after object key"],
  ['{"a":1 "b":2}', 7, "invalid character '\"' after object key:value pair"],
  ["[1 2]", 3, "invalid character '2' after array element"],
  ["[1,]", 3, "invalid character ']' looking for beginning of value"],
  ['"a\nb"', 2, "invalid character '\\n' in string literal"],
  ['"a\u0001b"', 2, "invalid character '\\x01' in string literal"],
  ['"\\x"', 2, "invalid character 'x' in string escape code"],
  ['"\\u00g0"', 5, "invalid character 'g' in \\u hexadecimal character escape"],
  ["-x", 1, "invalid character 'x' in numeric literal"],
  ["1.x", 2, "invalid character 'x' after decimal point in numeric literal"],
  ["1e+x", 3, "invalid character 'x' in exponent of numeric literal"],
  ["trux", 3, "invalid character 'x' in literal true (expecting 'e')"],
  ["[é]", 1, "invalid character 'é' looking for beginning of value"],
  ["[01]", 2, "invalid character '1' after array element"],
])("%s is broken at %i: %s", ([text, at, reason]) => {
  expect(scan(text as string)).toEqual({ kind: "broken", at, reason });
});

test.for(["", "[", '{"a"', '{"a":', '"abc', '"\\', '"\\u12', "tru", "-", "1.", "1e", "[1,", "{"])(
  "%s is cut",
  (text) => {
    expect(scan(text)).toEqual({ kind: "cut" });
  },
);

test("nesting of any depth is read", () => {
  const depth = 100_000;
  expect(scan("[".repeat(depth) + "]".repeat(depth))).toEqual({ kind: "value", end: 2 * depth });
});
