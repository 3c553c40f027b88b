import { readFileSync } from "node:fs";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AnalysedBytes, analyseRange, inMemory } from "../../fixtures/analyse-bytes.ts";
import { caseCheckOptions, cases } from "../../fixtures/cases.ts";
import { mutated } from "../../fixtures/mutations.ts";
import { Random } from "../generate/random.ts";
import { detectLayout } from "./layout.ts";
import { readItems } from "./read-items.ts";
import { openSource } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** Long runs are for machines that have the time: a minute of wall time there, some thousand cases elsewhere. MUTATION_SEED and MUTATION_CASE repeat what a failure names. */
const { CI, MUTATION_SEED, MUTATION_CASE } = process.env;
const seed = Number(MUTATION_SEED ?? Math.floor(Math.random() * 2 ** 31));
const only = MUTATION_CASE === undefined ? undefined : Number(MUTATION_CASE);
const mostCases = CI ? Infinity : 2000;
const mostTime = 60_000;

const small = cases.filter(({ input }) => readFileSync(input).length < 20_000);
const plain = small.filter(({ input }) => !/\.(?:gz|zst)$/.test(input));
const packed = small.filter(({ input }) => /\.(?:gz|zst)$/.test(input));
const right = plain.filter(({ issues }) => issues.length === 0);
const texts = plain.map(({ input }) => readFileSync(input));

test("fixtures mutated in any way are analysed, the same in parts, and nothing is accepted that is no JSON", async () => {
  const began = performance.now();
  let done = 0;
  let valid = 0;
  for (let n = only ?? 0; n < (only === undefined ? mostCases : only + 1); n++) {
    if (performance.now() - began > mostTime) break;
    const random = new Random(seed, n);
    const fixture = random.pick(random.chance(0.5) ? right : plain);
    const bytes = mutated(readFileSync(fixture.input), random, texts);
    const again = `repeat it with MUTATION_SEED=${seed} MUTATION_CASE=${n}`;
    try {
      if (await examine(bytes, fixture, random)) valid++;
    } catch (error) {
      throw new Error(`${fixture.name} mutated: ${String(error)}; ${again}`, { cause: error });
    }
    done++;
  }
  console.log(`mutations: seed ${seed}, ${done} cases, ${valid} of them still valid`);
  expect(only !== undefined || valid > done / 200).toBe(true);
}, 120_000);

test("compressed fixtures mutated in any way are read, or refused with a reason", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "mutations-"));
  const path = join(folder.path, "input");
  const files = packed.map(({ input }) => readFileSync(input));
  let refused = 0;
  for (let n = 0; n < 300; n++) {
    const random = new Random(seed, n);
    await writeFile(path, mutated(random.pick(files), random, files));
    try {
      await using source = await openSource(path, { tmp: folder.path, maxSize: 10_000_000 });
      await analyseRange(source);
    } catch (error) {
      refused++;
      if (!(error instanceof SourceError)) {
        throw new Error(`seed ${seed}, case ${n}`, { cause: error });
      }
      expect(error.fix).not.toBe("");
    }
  }
  expect(refused).toBeGreaterThan(100);
});

/** Whether a mutated file is valid, when all that must hold for it does. */
async function examine(
  bytes: Buffer,
  fixture: (typeof cases)[number],
  random: Random,
): Promise<boolean> {
  const check = caseCheckOptions(fixture);
  const source = watched(bytes);
  const whole = await analyseRange(source, { check });
  const chunk = 64 + random.below(Math.max(1, bytes.length));
  const piece = 1 + random.below(400);
  const inParts = await analyseRange(source, { check, chunk, piece });
  expect(said(inParts)).toEqual(said(whole));
  for (const record of whole.records) {
    const { offset, line, column, index } = record;
    expect(offset).toBeLessThanOrEqual(bytes.length);
    expect({ offset, line, column }).toEqual({ offset, ...placeOf(bytes, offset) });
    expect(index).toBeLessThanOrEqual(whole.elements);
  }
  if (whole.valid) await expectSameItems(bytes);
  return whole.valid;
}

/** What a valid file loads is what another parser reads in it. Values one behind the other are not looked at: no other parser reads them. */
async function expectSameItems(bytes: Buffer): Promise<void> {
  const text = bytes.toString().replace(/^\ufeff/, "");
  const { container } = await detectLayout(inMemory(bytes));
  if (container === "values") return;
  const elements = (
    container === "array"
      ? JSON.parse(text)
      : text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => JSON.parse(line) as unknown)
  ) as Record<string, unknown>[];
  const file = {
    ...inMemory(bytes),
    path: "",
    stamp: "",
    mustBeUnchanged: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const read = [];
  for await (const { items } of readItems([file])) read.push(...items);
  const expected = elements.map(({ type, item, data }) => ({ type, item: item ?? data }));
  expect(JSON.stringify(read)).toBe(JSON.stringify(expected));
}

/** Fails instead of reading forever. */
function watched(bytes: Buffer) {
  const source = inMemory(bytes);
  let reads = 0;
  return {
    ...source,
    read: (offset: number, length: number) => {
      if (++reads > 200_000) throw new Error("reads without end");
      return source.read(offset, length);
    },
  };
}

function said({ report, stats, issues, first, firstByCode, elements, valid }: AnalysedBytes) {
  return { report, stats, issues, first, firstByCode: [...firstByCode], elements, valid };
}

/** The line and the column of a byte, counted without hurry. A byte order mark is no character of the first line. */
function placeOf(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset).toString("latin1").split("\n");
  const last = before.at(-1)!;
  const marked = before.length === 1 && last.startsWith("\u00ef\u00bb\u00bf");
  const characters = Array.from(last).filter((byte) => (byte.charCodeAt(0) & 0xc0) !== 0x80).length;
  return { line: before.length, column: characters + 1 - (marked ? 1 : 0) };
}
