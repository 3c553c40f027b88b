import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inMemory } from "../../fixtures/analyse-bytes.ts";
import { locate } from "./locate.ts";

const begin = { line: 1, column: 1 };

describe("a place is counted", () => {
  test.for([
    ["at the start", "", 1, 1],
    ["in characters", "abc", 1, 4],
    ["in characters, not bytes or UTF-16 units", "né😀日", 1, 5],
    ["from each line end on", "a\nbc\n", 3, 1],
    ["with a carriage return as one more character", "ab\r\nc", 2, 2],
    ["with an old line end as a character", "a\rb", 1, 4],
  ] as const)("%s", async ([, text, line, column]) => {
    const source = inMemory(text);
    expect(await locate(source, 0, source.size, begin)).toEqual({ line, column });
  });
});

test("in steps as in one go", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n", "\r") }),
      fc.nat(),
      async (text, n) => {
        const source = inMemory(text);
        const middle = n % (source.size + 1);
        const half = await locate(source, 0, middle, begin);
        const lines = text.split("\n");
        const end = { line: lines.length, column: Array.from(lines.at(-1)!).length + 1 };
        expect(await locate(source, middle, source.size, half)).toEqual(end);
      },
    ),
  );
});

test("over more than is read at once", async () => {
  const text = "é\n".repeat(300_000);
  const source = inMemory(text);
  expect(await locate(source, 0, source.size, begin)).toEqual({ line: 300_001, column: 1 });
});
