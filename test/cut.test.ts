import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseBytes, inMemory } from "../fixtures/analyse-bytes.ts";
import {
  arbitraryFile,
  arbitraryWrongFile,
  damaged,
  writings,
} from "../fixtures/arbitrary-files.ts";
import { arbitraryItems } from "../fixtures/arbitrary-items.ts";
import { caseCheckOptions, cases } from "../fixtures/cases.ts";
import {
  analyse,
  type ChunkOptions,
  inThisThread,
  openFileRange,
  openRunner,
  openSource,
  type Runner,
} from "../src/analyse/index.ts";
import { defaultCheckOptions } from "../src/format/index.ts";
import { manyCommunities } from "./community.ts";
import { tempFolder } from "./temp-folder.ts";

/** How a file may be cut: far smaller than ever in earnest, so that every boundary falls somewhere awkward. */
const cutting = fc.record({
  chunk: fc.integer({ min: 64, max: 4000 }),
  piece: fc.integer({ min: 16, max: 600 }),
  width: fc.integer({ min: 1, max: 3 }),
  late: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
});

type Cutting = typeof cutting extends fc.Arbitrary<infer C> ? C : never;

/** Does tasks side by side, some of them later than those after them. */
function shuffled(runner: Runner, { width, late }: Cutting): Runner {
  let n = 0;
  return {
    width,
    run: async (task) => {
      if (late[n++ % late.length]) await new Promise((resolve) => setImmediate(resolve));
      return runner.run(task);
    },
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

/** The report must be the same, to the byte, however the file is cut. */
async function expectSameReport(input: Uint8Array | string, cut: Cutting): Promise<void> {
  const source = inMemory(input);
  const whole = await analyseBytes(input);
  const parts = await analyseBytes(input, {
    chunk: cut.chunk,
    piece: cut.piece,
    runner: (options: ChunkOptions) => shuffled(inThisThread(source, options), cut),
  });
  expect(parts.report).toBe(whole.report);
  expect(parts.stats).toEqual(whole.stats);
  expect(parts.issues).toEqual(whole.issues);
}

test("a file of valid items has no errors, however it is written and cut", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, cutting, async (file, cut) => {
      const { issues } = await analyseBytes(file);
      expect(issues.errors).toBe(0);
      await expectSameReport(file, cut);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("a file with wrong elements gives the same report, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWrongFile, cutting, (file, cut) => expectSameReport(file, cut)),
    { numRuns: 150 },
  );
}, 120_000);

test("a damaged file gives the same report, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(damaged(arbitraryFile), cutting, (file, cut) => expectSameReport(file, cut)),
    { numRuns: 200 },
  );
}, 120_000);

test("a file cut off at any byte is reported at a place in it", async () => {
  const writing = fc.constantFrom(...Object.values(writings));
  await fc.assert(
    fc.asyncProperty(arbitraryItems, writing, fc.nat(), async (items, write, n) => {
      const bytes = Buffer.from(write(items));
      const cut = bytes.subarray(0, n % bytes.length);
      const { records, valid } = await analyseBytes(cut);
      for (const { offset, line, column } of records) {
        expect(offset).toBeLessThanOrEqual(cut.length);
        expect(Math.min(line, column)).toBeGreaterThan(0);
      }
      // Lines, and values one behind the other, may be cut between two of them.
      if (write === writings.list || write === writings["pretty list"]) expect(valid).toBe(false);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test("the fixtures give the same report, however they are cut", async () => {
  for (const fixture of cases) {
    await using source = await openSource(fixture.input);
    if (source.size > 20_000) continue;
    const bytes = await source.read(0, source.size);
    const check = caseCheckOptions(fixture);
    const whole = await analyseBytes(bytes, { check });
    for (const chunk of [64, 97, 1000]) {
      const parts = await analyseBytes(bytes, { check, chunk, piece: 33 });
      expect({ name: fixture.name, report: parts.report }).toEqual({
        name: fixture.name,
        report: whole.report,
      });
    }
  }
}, 120_000);

test("worker threads give the same report as this thread", async () => {
  using folder = tempFolder();
  const path = folder.file("many.jsonl");
  const text = manyCommunities(4);
  writeFileSync(path, text.replaceAll('"type":"regular"', '"type":"loud"'));
  await using source = await openFileRange(path);
  const report = async (width: number) => {
    const lines: Uint8Array[] = [];
    await analyse(source, {
      check: defaultCheckOptions("2026-01-01T00:00:00.000000Z"),
      chunk: 100_000,
      runner: (options) => openRunner(source, options, width),
      report: (bytes) => Promise.resolve(void lines.push(bytes)),
    });
    return Buffer.concat(lines).toString();
  };
  const here = await report(0);
  expect(here.split("\n").length).toBeGreaterThan(1000);
  expect((await report(2)) === here).toBe(true);
}, 60_000);
