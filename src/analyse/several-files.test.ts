import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseInputs, inMemory } from "../../fixtures/analyse-bytes.ts";
import { arbitraryElements, writings } from "../../fixtures/arbitrary-files.ts";
import type { IssueRecord } from "./issue-record.ts";

/** What an issue says, wherever and however its element is written down. */
function said({ code, message, item_type, pointer, id, item, hint }: IssueRecord, index: number) {
  return { code, message, item_type, pointer, id, item, hint, index };
}

/** Whether a file may begin with the element in any writing: a list would be the list of elements, and `{}` is one line also where others are pretty. */
function isTelling(element: unknown): boolean {
  const isObject = typeof element === "object" && element !== null && !Array.isArray(element);
  return isObject && Object.keys(element).length > 0;
}

test("elements in several files have the issues that they have in one", async () => {
  const write = fc.constantFrom(...Object.values(writings));
  const cuts = fc.array(fc.tuple(fc.nat(), write), { minLength: 1, maxLength: 4 });
  const chunk = fc.integer({ min: 64, max: 3000 });
  const property = fc.asyncProperty(arbitraryElements, cuts, chunk, async (elements, cut, size) => {
    const places = cut.map(([at]) => at % elements.length).toSorted((a, b) => a - b);
    const parts = [...places, elements.length].map((end, n) =>
      elements.slice(places[n - 1] ?? 0, end),
    );
    // An empty file that is no list would have an issue of its own.
    const texts = parts.map((part, n) => {
      const anyWriting = part.length > 0 && part.every(isTelling);
      return (anyWriting ? (cut[n]?.[1] ?? writings.lines) : writings.list)(part);
    });
    const options = { chunk: size, piece: 100 };
    const several = await analyseInputs(
      texts.map((text, n) => inMemory(text, `${n}.json`)),
      options,
    );
    const whole = await analyseInputs([inMemory(writings.list(elements))], options);

    const before = (file: number) => (file === 0 ? 0 : places[file - 1]!);
    const found = several.records.map((record) =>
      said(record, record.index + before(Number.parseInt(record.file, 10))),
    );
    expect(found).toEqual(whole.records.map((record) => said(record, record.index)));
    const { issues, stats, elements: count } = whole;
    expect(several).toMatchObject({ issues, stats, elements: count });
  });
  await fc.assert(property, { numRuns: 100 });
});

test("places count within the file, and each file has a container of its own", async () => {
  const { records, layouts, elements } = await analyseInputs([
    inMemory('[\n{"type":"user","item":{"id":"ana"}},\n{"type":"user","item":{}}]', "users.json"),
    inMemory(
      '{"type":"user","item":{"id":"bo"}}\n{"type":"user","item":{"id":"ana"}}\n',
      "more.jsonl",
    ),
    inMemory('[{"type":"user","item":{"id":"cy"}}', "cut.json"),
    inMemory("", "empty"),
  ]);
  expect(layouts.map(({ container }) => container)).toEqual(["array", "lines", "array", "values"]);
  expect(elements).toBe(5);
  expect(records).toMatchObject([
    { code: "required_field", file: "users.json", index: 1, offset: 39, line: 3, column: 1 },
    { code: "duplicate_item", file: "more.jsonl", index: 1, offset: 35, line: 2, column: 1 },
    { code: "malformed_json", file: "cut.json", index: 1, offset: 35, line: 1, column: 36 },
    { code: "malformed_json", file: "empty", index: 0, offset: 0, line: 1, column: 1 },
  ]);
});
