import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseBytes, inMemory } from "../../fixtures/analyse-bytes.ts";
import {
  arbitraryFile,
  arbitraryWrongFile,
  damaged,
  writings,
  written,
} from "../../fixtures/arbitrary-files.ts";
import { arbitraryItems } from "../../fixtures/arbitrary-items.ts";
import { explanations, itemTypeNames } from "../format/index.ts";
import type { AnalysisProgress } from "./analysis.ts";
import { inThisThread } from "./task.ts";

describe("items that are fine", () => {
  test("have no errors, and are counted, in any writing and order", async () => {
    const file = arbitraryItems.chain((items) => fc.tuple(fc.constant(items), written(items)));
    await fc.assert(
      fc.asyncProperty(file, async ([items, text]) => {
        const { records, valid, stats, elements } = await analyseBytes(text);
        expect(records.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(valid).toBe(true);
        expect(elements).toBe(items.length);
        const count = (type: string) => items.filter((item) => item.type === type).length;
        expect(stats).toEqual(Object.fromEntries(itemTypeNames.map((type) => [type, count(type)])));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a file that is cut", () => {
  test("anywhere is analysed, and each place is within it", async () => {
    const cutFile = fc
      .tuple(
        fc.oneof(arbitraryFile, arbitraryWrongFile),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([text, share]) =>
        Buffer.from(text).subarray(0, Math.floor(Buffer.byteLength(text) * share)),
      );
    await fc.assert(fc.asyncProperty(cutFile, expectPlacesWithin), { numRuns: 200 });
  });

  test("at any byte is not valid as a list, and says so at its end or at its last element", async () => {
    const elements = [
      { type: "user", item: { id: "né😀", note: '\\"},{' } },
      { type: "user", item: { id: "bo" } },
    ];
    const bytes = Buffer.from(writings["pretty list"](elements).replace('"né', '"n'));
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const { records, elements: found } = await analyseBytes(cut);
      const last = records.at(-1)!;
      expect(["malformed_json", "invalid_utf8"]).toContain(last.code);
      expect([found - 1, found]).toContain(last.index);
      expect(last.offset).toBeLessThanOrEqual(length);
    }
  });
});

test("a file damaged in any way is analysed, and each place is within it", async () => {
  const file = damaged(fc.oneof(arbitraryFile, arbitraryWrongFile));
  await fc.assert(fc.asyncProperty(file, expectPlacesWithin), { numRuns: 200 });
});

test("bytes that are nothing of the kind are analysed", async () => {
  const tokens = [
    '{"type":"user"',
    '"item":{',
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    '"',
    "\\",
    "\n",
    " ",
    "1",
    "null",
  ];
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...tokens), maxLength: 60 }).map((text) => Buffer.from(text)),
  );
  await fc.assert(fc.asyncProperty(file, expectPlacesWithin), { numRuns: 1000 });
});

async function expectPlacesWithin(bytes: Uint8Array): Promise<void> {
  const { records, elements, valid, issues } = await analyseBytes(bytes);
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  for (const { offset, line, column, index } of records) {
    expect(offset).toBeLessThanOrEqual(bytes.length);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    expect(index).toBeLessThanOrEqual(elements);
  }
  const places = records.map(({ index }) => index);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(issues.errors + issues.warnings).toBe(records.length);
  expect(valid).toBe(issues.errors === 0);
}

describe("an issue in the report", () => {
  test("has its sentence, its place, the item and how to mend it", async () => {
    const text =
      '[\n  {"type":"user","item":{"id":"né"}},\n  {"type":"user","item":{"id":"bo","role":"captain"}}]';
    const { records } = await analyseBytes(text.replace("né", "n"));
    expect(records).toEqual([
      {
        code: "role_not_found",
        message: 'Validation error: role "captain" doesn\'t exist (user "bo")',
        severity: "error",
        item_type: "user",
        file: "memory",
        index: 1,
        offset: 41,
        line: 3,
        column: 3,
        pointer: "/role",
        id: "bo",
        item: { id: "bo", role: "captain" },
        item_text: null,
        hint: explanations.role_not_found.mend,
      },
    ]);
  });

  test("has the first 2 KB of the element where the item is longer", async () => {
    const element = (note: string) => JSON.stringify({ type: "user", item: { id: "a b", note } });
    const fits = "x".repeat(2048 - '{"id":"a b","note":""}'.length);
    const [short] = (await analyseBytes(element(fits))).records;
    expect([short!.item, short!.item_text]).toEqual([{ id: "a b", note: fits }, null]);
    const [long] = (await analyseBytes(element(`${fits}x`))).records;
    expect([long!.item, long!.item_text]).toEqual([null, element(`${fits}x`).slice(0, 2048)]);
  });

  test("has no half of a character at the end of those 2 KB", async () => {
    const [issue] = (await analyseBytes(`{"type":"user","item":{"id":"${"é".repeat(3000)}"}}`))
      .records;
    expect(issue!.item_text).toMatch(/"é+$/);
  });

  test("has the element where its envelope is wrong, and its text where it is no JSON", async () => {
    const { records } = await analyseBytes('{"type":"users","item":{}}\n{"type":"user",}\n');
    expect(records.map(({ item, item_text }) => [item, item_text])).toEqual([
      [{ type: "users", item: {} }, null],
      [null, '{"type":"user",}'],
    ]);
  });

  test("has the line of what stands between elements", async () => {
    const { records } = await analyseBytes(
      '[{"type":"user","item":{"id":"a"}}; // one\n,{"type":"user","item":{"id":"b"}}]',
    );
    expect(records.map(({ item_text }) => item_text)).toEqual(["; // one"]);
  });
});

describe("what an analysis keeps at hand", () => {
  const text = [
    ...Array.from({ length: 150 }, () => '{"type":"user","item":{}}'),
    ...Array.from({ length: 5 }, () => '{"type":"users","item":{}}'),
  ].join("\n");

  test("is the first hundred issues and three of each code, and the report has all", async () => {
    const { records, first, firstByCode, issues } = await analyseBytes(text, { chunk: 500 });
    expect(records).toHaveLength(155);
    expect(first).toEqual(records.slice(0, 100));
    expect([...firstByCode]).toEqual([
      ["required_field", records.slice(0, 3)],
      ["invalid_item_type", records.slice(150, 153)],
    ]);
    expect(issues).toEqual({
      errors: 155,
      warnings: 0,
      withheld: 0,
      by_code: { required_field: 150, invalid_item_type: 5 },
    });
  });

  test("grows as it goes on, and says how far it is", async () => {
    const seen: AnalysisProgress[] = [];
    await analyseBytes(text, { chunk: 1000, onProgress: (progress) => seen.push(progress) });
    const size = Buffer.byteLength(text);
    for (const phase of ["reading", "reporting"]) {
      const steps = seen.filter((progress) => progress.phase === phase);
      const bytes = steps.map((progress) => progress.bytes);
      expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
      expect(steps.at(-1)).toEqual({ phase, bytes: size, size, elements: 155, issues: 155 });
    }
  });
});

describe("an analysis stops", () => {
  const users = Array.from(
    { length: 50 },
    (_, n) => `{"type":"user","item":{"id":"u ${n}"}}\n`,
  ).join("");

  test("when it is told to", async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const run = analyseBytes(users, { chunk: 200, onProgress, signal: stop.signal });
    await expect(run).rejects.toThrow("aborted");
  });

  test("when the file cannot be read, and lets go of what did its tasks", async () => {
    const source = inMemory(users);
    let disposed = false;
    const run = analyseBytes(users, {
      chunk: 200,
      runner: (options) => ({
        ...inThisThread(
          [{ size: source.size, read: () => Promise.reject(new Error("bad disk")) }],
          options,
        ),
        [Symbol.asyncDispose]: () => Promise.resolve(void (disposed = true)),
      }),
    });
    await expect(run).rejects.toThrow("bad disk");
    expect(disposed).toBe(true);
  });
});
