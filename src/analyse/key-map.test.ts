import { expect, test } from "vitest";
import { keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";

/** Keys that differ in one word only; many fall on one place of the table. */
function keys(count: number): Uint32Array {
  const words = new Uint32Array(count * keyWords);
  for (let i = 0; i < count; i++) words[i * keyWords + (i % keyWords)] = 1 + (i >> 2);
  return words;
}

test("what was added is found with its number, also after growing", () => {
  const count = 10_000;
  const words = keys(count);
  const map = new KeyMap(0);
  for (let i = 0; i < count; i++) expect(map.add(words, i * keyWords, i)).toBe(-1);
  expect(map.size).toBe(count);
  for (let i = 0; i < count; i++) {
    expect(map.find(words, i * keyWords)).toBe(i);
  }
});

test("what was not added is not there", () => {
  const words = keys(200);
  const map = new KeyMap(100);
  for (let i = 0; i < 100; i++) map.add(words, i * keyWords, 0);
  for (let i = 100; i < 200; i++) expect(map.find(words, i * keyWords)).toBe(-1);
});

test("the first to come keeps the place", () => {
  const words = keys(1);
  const map = new KeyMap(1);
  expect(map.add(words, 0, 1)).toBe(-1);
  expect(map.add(words, 0, 3)).toBe(1);
  expect([map.find(words, 0), map.size]).toEqual([1, 1]);
});
