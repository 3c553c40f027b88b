import fc from "fast-check";
import { expect, test } from "vitest";
import { oneEditApart } from "./one-edit.ts";

test.for([
  ["a letter more", "user", "users"],
  ["a letter less", "user", "use"],
  ["another letter", "user", "usex"],
  ["a letter at the front", "user", "auser"],
  ["neighbours swapped", "user", "uesr"],
  ["one of two equal letters", "hall", "hal"],
  ["nothing and a letter", "", "a"],
])("%s is one edit", ([, a, b]) => {
  expect(oneEditApart(a!, b!)).toBe(true);
  expect(oneEditApart(b!, a!)).toBe(true);
});

test.for([
  ["the same", "user", "user"],
  ["two letters more", "user", "usersx"],
  ["two others", "user", "uxxr"],
  ["letters apart swapped", "user", "uesx"],
  ["first and last swapped", "abc", "cba"],
])("%s is not", ([, a, b]) => {
  expect(oneEditApart(a!, b!)).toBe(false);
  expect(oneEditApart(b!, a!)).toBe(false);
});

test("it is what edits of one letter can make", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(oneEditApart(a, b)).toBe(a !== b && edits(a).has(b));
    }),
  );
});

function edits(word: string): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    for (const letter of "ab") {
      made.add(before + letter + after);
      if (after) made.add(before + letter + after.slice(1));
    }
    if (after) made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
  }
  return made;
}
