import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints, utf8Length } from "./text-size.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "\x7f\x80", "\u07ff\u0800", "\uffff\u{10000}", "\u{10ffff}", "😀é"),
);

test("utf8Length is what encoding takes", () => {
  fc.assert(
    fc.property(text, (string) => {
      expect(utf8Length(string)).toBe(Buffer.byteLength(string));
    }),
  );
});

test("codePoints is what iterating gives", () => {
  fc.assert(
    fc.property(text, (string) => {
      expect(codePoints(string)).toBe(Array.from(string).length);
    }),
  );
});

test("half a surrogate pair is a code point of its own", () => {
  expect(codePoints("\ud83d")).toBe(1);
  expect(codePoints("\ude00\ud83d")).toBe(2);
  expect(codePoints("\ud83d\ud83d\ude00")).toBe(2);
});
