import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnalysedBytes, analyseRange, inMemory } from "../../fixtures/analyse-bytes.ts";
import { arbitraryFile, arbitraryWrongFile, damaged } from "../../fixtures/arbitrary-files.ts";
import { caseCheckOptions, cases } from "../../fixtures/cases.ts";
import { openFileRange } from "./file-range.ts";
import type { InputFile } from "./input-file.ts";
import { openRunner } from "./pool.ts";
import { openSource } from "./source.ts";
import { SpillFile } from "./spill-file.ts";
import { inThisThread, type Runner } from "./task.ts";

/** How a file is cut, and in which order its parts come back. */
interface Cut {
  readonly chunk: number;
  readonly piece: number;
  readonly width: number;
  /** How many turns each result waits before it is handed over, over and over. */
  readonly turns: readonly number[];
  /** Bytes of keys that are held in memory, the others being spilled; all where it is undefined. */
  readonly memory?: number | undefined;
}

const arbitraryCut: fc.Arbitrary<Cut> = fc.record({
  chunk: fc.oneof(fc.integer({ min: 64, max: 2000 }), fc.integer({ min: 64, max: 60_000 })),
  piece: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 40_000 })),
  width: fc.integer({ min: 1, max: 3 }),
  turns: fc.array(fc.nat(4), { minLength: 1, maxLength: 20 }),
  memory: fc.option(fc.integer({ min: 60, max: 3000 }), { nil: undefined }),
});

/** Mostly the limit that holds, sometimes one that many elements exceed. */
const arbitraryMaxItem = fc.option(fc.integer({ min: 200, max: 3000 }), {
  nil: 1_048_576,
  freq: 3,
});

/** Hands results over out of order. */
function outOfOrder(runner: Runner, { width, turns }: Cut): Runner {
  let tasks = 0;
  return {
    width,
    run: async (task, take) => {
      const wait = turns[tasks++ % turns.length]!;
      const result = await runner.run(task, take);
      for (let turn = 0; turn < wait; turn++) await new Promise(setImmediate);
      return result;
    },
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

/** Fails instead of reading forever. */
function watched(source: InputFile): InputFile {
  let reads = 0;
  return {
    ...source,
    read: (offset, length) => {
      if (++reads > 200_000) throw new Error("reads without end");
      return source.read(offset, length);
    },
  };
}

/** All that an analysis says. */
function said({ report, stats, issues, first, firstByCode, elements, valid }: AnalysedBytes) {
  return { report, stats, issues, first, firstByCode: [...firstByCode], elements, valid };
}

/** The analysis of a file in parts, and of the file in one. */
async function bothWays(input: Uint8Array | string, cut: Cut, maxItem = 1_048_576) {
  const source = watched(inMemory(input));
  const whole = await analyseRange(source, { maxItem });
  const { chunk, piece, memory } = cut;
  await using spill = new SpillFile("in parts");
  const inParts = await analyseRange(source, {
    maxItem,
    chunk,
    piece,
    ...(memory === undefined ? {} : { spill, memory }),
    runner: (options) => outOfOrder(inThisThread([source], options), cut),
  });
  return { inParts: said(inParts), whole: said(whole) };
}

describe("a file in parts of any size, read in any order, gives the report of the file in one", () => {
  test.for([
    ["that is fine", arbitraryFile, 100],
    ["with wrong elements", arbitraryWrongFile, 100],
    ["that is damaged", damaged(fc.oneof(arbitraryFile, arbitraryWrongFile)), 200],
  ] as const)("%s", async ([, file, numRuns]) => {
    const property = fc.asyncProperty(file, arbitraryCut, arbitraryMaxItem, async (...args) => {
      const { inParts, whole } = await bothWays(...args);
      expect(inParts).toEqual(whole);
    });
    await fc.assert(property, { numRuns });
  });
});

const lookalike = (n: number) => ({
  type: "message",
  item: { id: `m${n}`, list: [{ type: "user", item: {} }] },
});
const hall = [
  { type: "user", item: { id: "ana" } },
  { type: "channel", item: { type: "messaging", id: "hall", created_by: "ana" } },
  { type: "member", item: { channel_type: "messaging", channel_id: "hall", user_id: "ana" } },
];
const message = (n: number, fields: object) => ({
  type: "message",
  item: { id: `m${n}`, channel_type: "messaging", channel_id: "hall", user: "ana", ...fields },
});
const person = (n: number, fields: object) => ({
  type: "user",
  item: { id: `u${n}`, ...fields },
});
const attachments = (count: number) => Array.from({ length: count }, (_, n) => lookalike(n));
const space = (count: number) => " \n".repeat(count / 2);
const user = '{"type":"user","item":{"id":"ana"}}';

/** Files made to fool a reader that guesses where an element begins. The last entry is how many elements there are. */
const foolish: readonly (readonly [string, string, number])[] = [
  [
    "elements within attachments, more than a part holds",
    JSON.stringify([
      ...hall,
      message(0, { attachments: attachments(40) }),
      message(1, { text: "x" }),
    ]),
    5,
  ],
  [
    "the same, pretty",
    JSON.stringify(
      [message(0, { attachments: attachments(20) }), ...hall, message(1, { text: "x" })],
      null,
      2,
    ),
    5,
  ],
  [
    "the same, as values",
    [...hall, message(0, { attachments: attachments(20) }), message(1, { text: "x" })]
      .map((element) => JSON.stringify(element, null, 2))
      .join("\n"),
    5,
  ],
  [
    "the same, as lines",
    [...hall, message(0, { attachments: attachments(40) }), message(1, { text: "x" })]
      .map((element) => JSON.stringify(element))
      .join("\n"),
    5,
  ],
  [
    "elements within strings",
    JSON.stringify([...hall, message(0, { text: '},{"type":"message","item":{'.repeat(60) })]),
    4,
  ],
  [
    "a string that is not closed, full of elements",
    `[${user},{"type":"user","item":{"id":"bo","note":"${'},{\\"type\\":\\"user\\",'.repeat(40)}`,
    2,
  ],
  [
    "a list that closes within an element",
    `[${user},{"type":"user","item":{"x":[{"type":"user"}]}},${user}]${user}`,
    4,
  ],
  ["white space longer than a part, before the first element", `[${space(1000)}${user}]`, 1],
  ["white space longer than a part, and nothing else", `[${space(1000)}]`, 0],
  ["white space longer than a part, and no end", `[${space(1000)}`, 0],
  [
    "white space longer than a part, between elements",
    `[${user}${space(1000)},${space(1000)}${user}${space(1000)}]${space(1000)}`,
    2,
  ],
  [
    "white space longer than a part, before a comma too many",
    `[${user},${space(1000)},${space(1000)}]`,
    2,
  ],
  ["white space longer than a part, between lines", `${user}\n${space(1000)}${user}`, 2],
  ["scalars longer than a part", `[${user},"${"x".repeat(1000)}",${"1".repeat(1000)},${user}]`, 4],
  ["a list in a list in a list", `[[[${user},${user}],${user}],${user}]`, 2],
  ["lists one behind the other", `[${user},${user}],[${user}][${user},${user}]`, 5],
  ["objects that look like nothing", `[${'{"a":{"type":"b"}},'.repeat(60)}${user}]`, 61],
  [
    "a broken element, and then elements within strings",
    `[{"type":"user","item":{"id":"bo"},"x"},${JSON.stringify(message(0, { text: user.repeat(20) }))},${user}]`,
    3,
  ],
  [
    "backslashes of every number before quotes and what looks like elements",
    `[${Array.from({ length: 40 }, (_, n) =>
      JSON.stringify(person(n, { x: `${"\\".repeat(n)}"},{"type":"message","item":{"id":"` })),
    ).join(",")}]`,
    40,
  ],
  [
    "characters of one to four bytes, in names and values",
    JSON.stringify(
      Array.from({ length: 9 }, (_, n) => person(n, { "né日😀": "aé日😀".repeat(50) })),
    ),
    9,
  ],
  [
    "elements of every shape within elements",
    JSON.stringify(
      Array.from({ length: 9 }, (_, n) =>
        person(n, {
          x: [
            { item: {}, type: "user" },
            { data: { id: "x" } },
            [[{ type: "user", data: {} }], { type: "foobar", item: {} }],
            { type: "reaction", item: { type: "user", item: { item: {} } } },
          ],
        }),
      ),
    ),
    9,
  ],
  [
    "elements of every shape within lines",
    Array.from({ length: 9 }, (_, n) =>
      JSON.stringify(
        person(n, {
          x: [{ item: {}, type: "user" }, { data: {} }],
          y: '\n{"type":"user","item":{',
        }),
      ),
    ).join("\r\n"),
    9,
  ],
  [
    "wide characters where something else should stand",
    `[${user}😀${user}é,${"日".repeat(300)}${user}]`,
    3,
  ],
];

describe("a reader that guesses is not fooled by", () => {
  test.for(foolish)("%s", async ([, text, elements]) => {
    for (let chunk = 64; chunk < 400; chunk += chunk < 90 ? 1 : 41) {
      const cut = { chunk, piece: 1 + ((chunk * 7) % 150), width: 2, turns: [1, 0, 2] };
      const { inParts, whole } = await bothWays(text, cut);
      expect(inParts).toEqual(whole);
      expect(whole.elements).toBe(elements);
    }
  });
});

test("a file larger than any window is read as in one", async () => {
  const elements = Array.from({ length: 1500 }, (_, n) =>
    message(n, { text: "né 😀 ".repeat(30), attachments: n % 100 === 0 ? attachments(300) : [] }),
  );
  const text = JSON.stringify([...hall, ...elements]).replace("m700", "m699");
  const broken = text.replace('m901"', "m901");
  for (const [file, codes] of [
    [text, { duplicate_item: 1 }],
    [broken, { malformed_json: 1, duplicate_item: 1 }],
  ] as const) {
    for (const [chunk, piece] of [
      [150_000, 20_000],
      [70_001, 70_001],
      [99_991, 9_973],
    ] as const) {
      const { inParts, whole } = await bothWays(file, { chunk, piece, width: 3, turns: [2, 0, 1] });
      expect(inParts).toEqual(whole);
      expect(whole.issues.by_code).toEqual(codes);
    }
  }
});

test("the fixtures give the same reports in parts", async () => {
  for (const fixture of cases) {
    await using source = await openSource(fixture.input);
    if (source.size > 20_000) continue;
    const check = caseCheckOptions(fixture);
    const whole = await analyseRange(source, { check });
    for (const chunk of [64, 97, 1000]) {
      await using spill = new SpillFile("in parts");
      const inParts = await analyseRange(source, { check, chunk, piece: 33, spill, memory: 200 });
      expect({ name: fixture.name, ...said(inParts) }).toEqual({
        name: fixture.name,
        ...said(whole),
      });
    }
  }
});

test("worker threads, as many as there may be, give the report of one thread, however they cut", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cutting-"));
  const path = join(folder.path, "import");
  const file = fc.oneof(arbitraryWrongFile, damaged(arbitraryFile));
  const property = fc.asyncProperty(file, arbitraryCut, async (bytes, { chunk, piece, width }) => {
    await writeFile(path, bytes);
    await using source = await openFileRange(path);
    const whole = await analyseRange(source);
    const inThreads = await analyseRange(source, {
      chunk,
      piece,
      runner: (options) => openRunner([source], options, width),
    });
    expect(said(inThreads)).toEqual(said(whole));
  });
  await fc.assert(property, { numRuns: 8 });
});

test("worker threads give the same report", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cutting-"));
  const path = join(folder.path, "import.json");
  const elements = Array.from({ length: 300 }, (_, n) =>
    message(n % 290, { text: "hello", parent_id: "m0" }),
  );
  await writeFile(path, `${JSON.stringify([...hall, ...elements]).replace('"m100"', "m100")},`);
  await using source = await openFileRange(path);
  const whole = await analyseRange(source);
  await using spill = new SpillFile(path);
  const inThreads = await analyseRange(source, {
    spill,
    memory: 5000,
    chunk: 5000,
    piece: 1000,
    runner: (options) => openRunner([source], options, 2),
  });
  expect(whole.records.length).toBeGreaterThan(300);
  expect(said(inThreads)).toEqual(said(whole));
});
