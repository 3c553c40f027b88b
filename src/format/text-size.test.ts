import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints, utf8Length } from "./text-size.ts";

test("sizes are those of the encoded text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      expect(codePoints(text)).toBe(Array.from(text).length);
    }),
  );
});
