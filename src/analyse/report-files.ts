import { explanations, type IssueCode } from "../format/index.ts";
import type { Analysis } from "./analysis.ts";
import type { AnalyseOptions } from "./analyse.ts";
import type { ReadChunk } from "./collect-files.ts";
import { inOrder } from "./in-order.ts";
import type { LaidOutFile } from "./input-file.ts";
import type { IssueRecord } from "./issue-record.ts";
import { locate, type TextPlace } from "./locate.ts";
import { firstIssues, firstOfCode } from "./report-chunk.ts";
import type { Resolution } from "./resolve.ts";
import type { Runner } from "./task.ts";

/** Above this many different missing keys, neighbours of them are not looked for: then it is no slip of a finger. */
const mostNeighbours = 300;

/** The second pass: the chunks in which something is wrong, side by side; what they give is written in the order of the files. */
export async function reportFiles(
  files: readonly LaidOutFile[],
  chunks: readonly ReadChunk[],
  resolution: Resolution,
  runner: Runner,
  { report: write, onProgress, signal }: AnalyseOptions,
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
    const verdicts = resolution.chunks.get(n);
    const endsTooEarly = chunks[n + 1]?.file !== file && isUnfinished(files[file]!, chunk);
    const any = chunk.errors + chunk.warnings > 0 || verdicts !== undefined || endsTooEarly;
    bytes += to - (chunks[n - 1]?.file === file ? from : 0);
    elements += chunk.elements;
    const found = { verdicts: verdicts ?? { missing: [], items: [] }, endsTooEarly };
    return any ? [{ n, chunk, ...found, done: { bytes, elements } }] : [];
  });
  const places = wrong.length > 0 ? await placeChunks(files, chunks, runner) : [];
  const defined = resolution.missing <= mostNeighbours ? resolution.defined.slots : undefined;
  const reported = inOrder(wrong, runner.width * 3, ({ n, chunk, verdicts, endsTooEarly }) => {
    const { file, from, to, start, index } = chunk;
    return runner.run({
      kind: "report",
      file,
      name: files[file]!.source.name,
      chunk: { from, to, start },
      index,
      place: places[n]!,
      verdicts,
      defined: verdicts.missing.length > 0 ? defined : undefined,
      endsTooEarly,
    });
  });
  let parts = 0;
  for await (const part of reported) {
    signal?.throwIfAborted();
    await write(part.lines);
    withheld += part.withheld;
    for (const [code, count] of Object.entries(part.byCode) as [IssueCode, number][]) {
      byCode[code] = (byCode[code] ?? 0) + count;
    }
    for (const record of part.first) {
      if (first.length < firstIssues) first.push(record);
      const ofCode = firstByCode.get(record.code) ?? [];
      if (ofCode.length < firstOfCode) firstByCode.set(record.code, [...ofCode, record]);
    }
    onProgress?.({ phase: "reporting", ...wrong[parts++]!.done, size, issues: total(byCode) });
  }
  const errors = total(byCode, "error");
  const warnings = total(byCode, "warning");
  return { issues: { errors, warnings, withheld, by_code: byCode }, first, firstByCode };
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
