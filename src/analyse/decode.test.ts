import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, firstInvalidByte, isSuspect } from "./decode.ts";

/** By decoding one beginning after the other, slowly. */
function slowFirstInvalidByte(bytes: Uint8Array): number {
  const isWhole = (to: number) => decode(bytes.subarray(0, to)) !== undefined;
  let whole = 0;
  for (let to = 1; to <= bytes.length; to++) if (isWhole(to)) whole = to;
  return whole;
}

const critical = fc.constantFrom(
  0x00,
  0x41,
  0x7f,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc0,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xe1,
  0xec,
  0xed,
  0xee,
  0xef,
  0xbb,
  0xf0,
  0xf1,
  0xf4,
  0xf5,
  0xff,
);
const chunks = fc.array(
  fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 3 }).map((text) => [...Buffer.from(text)]),
    fc.array(critical, { maxLength: 3 }),
  ),
);
const bytes = chunks.map((list) => Uint8Array.from(list.flat()));

describe("UTF-8", () => {
  test("is decoded as it is, with a byte order mark where one stands", () => {
    expect(decode(Buffer.from("\ufeffné 😀"))).toBe("\ufeffné 😀");
  });

  test("is what the table says, and the first byte that is none is found", () => {
    fc.assert(
      fc.property(bytes, (list) => {
        const invalid = slowFirstInvalidByte(list);
        expect(firstInvalidByte(list)).toBe(invalid);
        expect(decode(list) === undefined).toBe(invalid < list.length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("text is suspect", () => {
  test.for(["\\u0000", "x\\ud83d\\ude00", "\\uD83D", "\\udfff", "\\\\u0000"])("with %s", (text) => {
    expect(isSuspect(text)).toBe(true);
  });

  test.for(["", "\\u00e9", "\\u0001", "\\ue000", "\\ud7ff", "u0000", "😀", "\\U0000"])(
    "not with %s",
    (text) => {
      expect(isSuspect(text)).toBe(false);
    },
  );
});
