import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashKey } from "./hash-key.ts";
import { keyHasher, keyWords } from "./key-hash.ts";
import { keySpaces } from "./key-record.ts";

const seed = Uint32Array.of(1, 2, 3, 4);

function hash(text: string, secret = seed, space = 1): string {
  const words = new Uint32Array(keyWords);
  keyHasher(secret).hash(space, text, words, 0);
  return words.join();
}

describe("different keys have different hashes", () => {
  test("in half a million short ones", () => {
    const hasher = keyHasher(seed);
    const words = new Uint32Array(keyWords);
    const seen = new Set<bigint>();
    const count = 500_000;
    for (let i = 0; i < count; i++) {
      hasher.hash(1, `u${i}`, words, 0);
      seen.add((BigInt(words[0]!) << 32n) | BigInt(words[1]!));
    }
    expect(seen.size).toBe(count);
  });

  test.for([
    ["lengths of nothing but zeros", (i: number) => "\0".repeat(i)],
    ["lengths of one letter", (i: number) => "a".repeat(i)],
    ["lengths of one letter that is not ASCII", (i: number) => "é".repeat(i)],
    [
      "the only other letter stands elsewhere",
      (i: number) => `${"a".repeat(i)}b${"a".repeat(599 - i)}`,
    ],
    ["single units", (i: number) => String.fromCharCode(i * 109)],
  ] as const)("where %s", ([, make]) => {
    const texts = Array.from({ length: 600 }, (_, i) => make(i));
    expect(new Set(texts.map((text) => hash(text))).size).toBe(texts.length);
  });

  test("however long they are", () => {
    const long = "x".repeat(100_000);
    const hashes = [
      hash(long),
      hash(`${long}a`),
      hash(`${long}b`),
      hash(`a${long}`),
      hash(long.slice(1)),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("and so have any two texts, ASCII or not", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(hash(a) === hash(b)).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });
});

test("another secret makes another hash, in each of its words", () => {
  const hashes = Array.from({ length: keyWords }, (_, i) => hash("ana", seed.with(i, 99)));
  expect(new Set([hash("ana"), ...hashes]).size).toBe(keyWords + 1);
});

test("one letter more or less changes about half of the bits", () => {
  let changed = 0;
  for (let i = 0; i < 1000; i++) {
    const [a, b] = [`user-${i}`, `usfr-${i}`].map((text) => {
      const words = new Uint32Array(keyWords);
      keyHasher(seed).hash(1, text, words, 0);
      return words;
    });
    for (let word = 0; word < keyWords; word++) {
      const bits = (a![word]! ^ b![word]!) >>> 0;
      changed += bits.toString(2).replaceAll("0", "").length;
    }
  }
  expect(changed / 1000).toBeGreaterThan(62);
  expect(changed / 1000).toBeLessThan(66);
});

test("a user and a message of one id are apart", () => {
  expect(hash("x", seed, keySpaces.user)).not.toBe(hash("x", seed, keySpaces.message));
});

test("two hashes combine into one that depends on both and their order", () => {
  const hasher = keyHasher(seed);
  const pair = new Uint32Array(2 * keyWords);
  hasher.hash(1, "a", pair, 0);
  hasher.hash(1, "b", pair, keyWords);
  const combined = (first: number, second: number) => {
    const into = new Uint32Array(keyWords);
    hasher.parts.set(pair.subarray(first, first + keyWords));
    hasher.parts.set(pair.subarray(second, second + keyWords), keyWords);
    hasher.combine(1, 2, into, 0);
    return into.join();
  };
  const all = [combined(0, 4), combined(4, 0), combined(0, 0), combined(4, 4)];
  expect(new Set(all).size).toBe(all.length);
  expect(combined(0, 4)).toBe(combined(0, 4));
});

test("keys of several parts that differ behind any U+0000 have different hashes", () => {
  const hasher = keyHasher(seed);
  const texts = ["a\0like\0u", "a\0b\0c\0d\0like\0u", "a\0b\0c\0d\0like\0v", "a\0b\0c\0d\0love\0u"];
  const hashes = texts.map((text) => {
    const words = new Uint32Array(keyWords);
    hashKey(hasher, "reaction", text, words, 0);
    return words.join();
  });
  expect(new Set(hashes).size).toBe(texts.length);
});
