import { explanations, type IssueCode } from "../format/index.ts";
import type { Analysis } from "./analysis.ts";
import type { AnalyseOptions } from "./analyse.ts";
import type { BucketSort } from "./bucket-sort.ts";
import type { ReadChunk } from "./collect-files.ts";
import { free } from "./free.ts";
import { inOrder } from "./in-order.ts";
import type { LaidOutFile } from "./input-file.ts";
import type { IssueRecord } from "./issue-record.ts";
import { knownElsewhere } from "./known-elsewhere.ts";
import { locate, type TextPlace } from "./locate.ts";
import { partsInOrder } from "./parts-in-order.ts";
import type { ReportTask } from "./report-chunk.ts";
import type { Resolution } from "./resolve.ts";
import type { Runner, TakePart, Task } from "./task.ts";
import { verdictWords } from "./verdict.ts";

/** How many issues an analysis keeps at hand, whatever their codes. */
const firstIssues = 100;

/** How many issues of each code it keeps at hand. */
const firstOfCode = 3;

/** Where the code stands in the line of an issue. */
const codeStart = '{"code":"'.length;

/** Bytes of the report that may wait for their turn. */
const mostWaiting = 4_194_304;

/** What resolving has to say to the report. */
interface Resolved extends Omit<Resolution, "missing"> {
  readonly neighbours: ReadonlyMap<string, string>;
}

/** The second pass: the chunks in which something is wrong, side by side; what they give is written in the order of the files. */
export async function reportFiles(
  files: readonly LaidOutFile[],
  chunks: readonly ReadChunk[],
  { verdicts, neighbours, ...resolution }: Resolved,
  runner: Runner,
  { report: write, lookUp, onProgress, signal }: AnalyseOptions,
): Promise<Pick<Analysis, "issues" | "first" | "firstByCode">> {
  const size = files.reduce((sum, { source }) => sum + source.size, 0);
  const byCode: Partial<Record<IssueCode, number>> = {};
  const first: IssueRecord[] = [];
  const firstByCode = new Map<IssueCode, IssueRecord[]>();
  let withheld = resolution.withheld;
  let bytes = 0;
  let elements = 0;
  const wrong = chunks.flatMap((chunk, n) => {
    const { file, from, to } = chunk;
    const judged = verdicts.count(n, n + 1);
    const endsTooEarly = chunks[n + 1]?.file !== file && isUnfinished(files[file]!, chunk);
    const any = chunk.errors + chunk.warnings + judged > 0 || endsTooEarly;
    bytes += to - (chunks[n - 1]?.file === file ? from : 0);
    elements += chunk.elements;
    return any ? [{ n, chunk, endsTooEarly, done: { bytes, elements } }] : [];
  });
  const places = wrong.length > 0 ? await placeChunks(files, chunks, runner) : [];
  const tasks = async function* () {
    for (const { n, chunk, endsTooEarly, done } of wrong) {
      const { file, from, to, start, index, namesTwice } = chunk;
      const report: Omit<ReportTask, "known"> = {
        name: files[file]!.source.name,
        chunk: { from, to, start },
        index,
        place: places[n]!,
        verdicts: await verdictsOf(n, verdicts),
        namesTwice,
        neighbours,
        endsTooEarly,
      };
      yield { task: { kind: "report", file, ...report } as const, done };
    }
  };
  type Unasked = Omit<Extract<Task, { kind: "report" }>, "known">;
  const call = async ({ task }: { task: Unasked }, take: TakePart) => {
    const known = await knownElsewhere(task.file, task.chunk, task.verdicts, runner, lookUp);
    await runner.run({ ...task, known }, take);
    free(task.verdicts);
  };
  const parts = partsInOrder(tasks(), runner.width * 2, mostWaiting, call);
  for await (const { item, part } of parts) {
    signal?.throwIfAborted();
    withheld += part.withheld;
    for (const [code, count] of Object.entries(part.byCode) as [IssueCode, number][]) {
      byCode[code] = (byCode[code] ?? 0) + count;
    }
    const isWanted = (code: IssueCode) => (firstByCode.get(code)?.length ?? 0) < firstOfCode;
    if (first.length < firstIssues || (Object.keys(part.byCode) as IssueCode[]).some(isWanted)) {
      for (const line of new TextDecoder().decode(part.lines).split("\n").slice(0, -1)) {
        const code = line.slice(codeStart, line.indexOf('"', codeStart)) as IssueCode;
        if (first.length >= firstIssues && !isWanted(code)) continue;
        const record = JSON.parse(line) as IssueRecord;
        if (first.length < firstIssues) first.push(record);
        if (isWanted(code)) firstByCode.set(code, [...(firstByCode.get(code) ?? []), record]);
      }
    }
    await write(part.lines);
    onProgress?.({ phase: "reporting", ...item.done, size, issues: total(byCode) });
  }
  const errors = total(byCode, "error");
  const warnings = total(byCode, "warning");
  return { issues: { errors, warnings, withheld, by_code: byCode }, first, firstByCode };
}

async function verdictsOf(chunk: number, verdicts: BucketSort): Promise<Uint32Array> {
  const found = new Uint32Array(verdicts.count(chunk, chunk + 1) * verdictWords);
  let at = 0;
  for await (const words of verdicts.read(chunk, chunk + 1)) {
    found.set(words, at);
    at += words.length;
  }
  return found;
}

/** A list must be closed, and a file that is no list must have something in it. */
function isUnfinished({ layout }: LaidOutFile, last: ReadChunk): boolean {
  if (layout.container === "array") return !last.range.end.closed;
  return last.index + last.elements === 0;
}

function total(byCode: Partial<Record<IssueCode, number>>, severity?: string): number {
  let sum = 0;
  for (const [code, count] of Object.entries(byCode) as [IssueCode, number][]) {
    if (severity === undefined || explanations[code].severity === severity) sum += count;
  }
  return sum;
}

/** The line and column where each chunk begins. */
async function placeChunks(
  files: readonly LaidOutFile[],
  chunks: readonly ReadChunk[],
  runner: Runner,
): Promise<TextPlace[]> {
  const places: TextPlace[] = [];
  let place: TextPlace = { line: 1, column: 1 };
  const moved = inOrder(chunks, runner.width * 3, ({ file, range, start }) =>
    runner.run({ kind: "locate", file, from: start.offset, to: range.end.offset }),
  );
  for await (const { line, column } of moved) {
    const { file } = chunks[places.length]!;
    if (chunks[places.length - 1]?.file !== file) place = await firstPlace(files[file]!);
    places.push(place);
    place = {
      line: place.line + line - 1,
      column: line === 1 ? place.column + column - 1 : column,
    };
  }
  return places;
}

/** Where the elements of a file begin: a byte order mark is no column. */
async function firstPlace({ source, layout }: LaidOutFile): Promise<TextPlace> {
  const mark = (await source.read(0, 1))[0] === 0xef ? 3 : 0;
  return locate(source, mark, layout.start, { line: 1, column: 1 });
}
