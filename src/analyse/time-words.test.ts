import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryTime } from "../../fixtures/arbitrary-items.ts";
import { parseTime } from "../format/index.ts";
import { timeWords } from "./time-words.ts";

test("three numbers compare as the times do", () => {
  const words = (time: string) => {
    const into = new Uint32Array(3);
    timeWords(time, into, 0);
    return Array.from(into, (word) => String(word).padStart(10, "0")).join();
  };
  const time = arbitraryTime.map((text) => parseTime(text)!);
  const near = fc.tuple(time, fc.nat(25), fc.nat(9)).map(([text, at, digit]) => {
    const other = text.slice(0, at) + digit + text.slice(at + 1);
    return [text, parseTime(other) ?? text] as const;
  });
  fc.assert(
    fc.property(fc.oneof(near, fc.tuple(time, time)), ([a, b]) => {
      expect(Math.sign(words(a) < words(b) ? -1 : Number(words(a) > words(b)))).toBe(
        Math.sign(a < b ? -1 : Number(a > b)),
      );
    }),
    { numRuns: 500 },
  );
});
