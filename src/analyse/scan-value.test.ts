import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invalidCharacter, scanValue, skipSpace } from "./scan-value.ts";

function scan(text: string | Uint8Array) {
  const bytes = Buffer.from(text);
  return scanValue(bytes, 0, bytes.length);
}

describe("ends behind a value", () => {
  test.for(
    [
      "{}",
      "[]",
      '""',
      "0",
      "-0",
      "12.50e-3",
      "1E+2",
      "true",
      "false",
      "null",
      '{"a":[1,{"b":null}],"c":""}',
      '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9"',
      "[ 1 ,	2\r\n]",
    ].flat(),
  )("%s", (text) => {
    expect(scan(text)).toMatchObject({ kind: "value", end: Buffer.byteLength(text) });
    expect(scan(`${text} ]`)).toMatchObject({ kind: "value", end: Buffer.byteLength(text) });
  });
});

describe("says what cannot stand where", () => {
  test.for([
    [",", 0, "',' looking for beginning of value"],
    ["x", 0, "'x' looking for beginning of value"],
    ["[1,]", 3, "']' looking for beginning of value"],
    ["[1 2]", 3, "'2' after array element"],
    ["{a:1}", 1, "'a' looking for beginning of object key string"],
    ['{"a":1,}', 7, "'}' looking for beginning of object key string"],
    ['{"a" 1}', 5, "'1' after object key"],
    ['{"a":1 "b"', 7, "'\"' after object key:value pair"],
    ['{"a":1]', 6, "']' after object key:value pair"],
    ['"a\nb"', 2, "'\\n' in string literal"],
    ['"\u0000"', 1, "'\\x00' in string literal"],
    ['"\\x"', 2, "'x' in string escape code"],
    ['"\\u12g4"', 5, "'g' in \\u hexadecimal character escape"],
    ["-x", 1, "'x' in numeric literal"],
    ["1.x", 2, "'x' after decimal point in numeric literal"],
    ["1ex", 2, "'x' in exponent of numeric literal"],
    ["[01]", 2, "'1' after array element"],
    ["nul1", 3, "'1' in literal null (expecting 'l')"],
    ["tRue", 1, "'R' in literal true (expecting 'r')"],
    ["fa1se", 2, "'1' in literal false (expecting 'l')"],
    ["é", 0, "'é' looking for beginning of value"],
    ["😀", 0, "'😀' looking for beginning of value"],
    ["'", 0, "'\\'' looking for beginning of value"],
    ["\\", 0, "'\\\\' looking for beginning of value"],
    ["\u007f", 0, "'\\x7f' looking for beginning of value"],
    ["\ufeff", 0, "'\ufeff' looking for beginning of value"],
  ] as const)("%j", ([text, at, reason]) => {
    expect(scan(text)).toEqual({ kind: "broken", at, reason: `invalid character ${reason}` });
  });

  test("a byte that is no character takes no other with it", () => {
    const bytes = Uint8Array.of(0xe9, 0x22, 0x7d);
    expect(invalidCharacter(bytes, 0, "here")).toBe("invalid character '\ufffd' here");
  });
});

test.for([
  "",
  "{",
  '{"a',
  '{"a"',
  '{"a":',
  '{"a":1',
  "[1",
  "[1,",
  '"a',
  '"\\',
  '"\\u12',
  "-",
  "1.",
  "1e",
  "1e+",
  "tr",
])("%j goes on behind the end", (text) => {
  expect(scan(text)).toEqual({ kind: "cut" });
});

test("a hundred thousand brackets are read without recursion", () => {
  const depth = 100_000;
  expect(scan("[".repeat(depth) + "]".repeat(depth))).toMatchObject({
    kind: "value",
    end: 2 * depth,
  });
});

const jsonLike = fc.oneof(
  fc.json({ stringUnit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('{}[]",:\\ux0123456789-+.eEtrufalsn \t\r\n/é😀\u0000\u2028\ufeff'),
      "true",
      "false",
      "null",
      '"a"',
      '{"a":',
      "\\u00e9",
    ),
    maxLength: 30,
  }),
);
const edited = fc
  .tuple(fc.json(), fc.nat(), fc.nat({ max: 3 }), jsonLike)
  .map(([text, at, length, put]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + put.slice(0, 3) + text.slice(from + length);
  });

test("it takes what JSON.parse takes, and nothing else", () => {
  fc.assert(
    fc.property(fc.oneof(jsonLike, edited), (text) => {
      const bytes = Buffer.from(text.toWellFormed());
      const start = skipSpace(bytes, 0, bytes.length);
      const scanned = scanValue(bytes, start, bytes.length);
      const whole =
        scanned.kind === "value" && skipSpace(bytes, scanned.end, bytes.length) === bytes.length;
      expect(whole).toBe(parses(text.toWellFormed()));
    }),
    { numRuns: 5000 },
  );
});

test("where it is wrong, everything before could have begun a value", () => {
  fc.assert(
    fc.property(edited, (text) => {
      const bytes = Buffer.from(text.toWellFormed());
      const scanned = scanValue(bytes, 0, bytes.length);
      if (scanned.kind !== "broken") return;
      expect(scanValue(bytes, 0, scanned.at).kind).not.toBe("broken");
    }),
    { numRuns: 1000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("the names of all objects in a value are counted", () => {
  expect(scan('{"a":{"b":[{"c":1},{"c":":"}],"\\":":2},"a":"x\\":y"} ')).toMatchObject({
    names: 6,
  });
  expect(scan('[":",{},"a"]')).toMatchObject({ names: 0 });
});
