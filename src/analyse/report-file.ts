import { explanations, type IssueCode } from "../format/index.ts";
import type { Analysis } from "./analysis.ts";
import type { AnalyseOptions } from "./analyse.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ReadChunk } from "./collect-file.ts";
import { inOrder } from "./in-order.ts";
import type { IssueRecord } from "./issue-record.ts";
import type { Layout } from "./layout.ts";
import { locate, type TextPlace } from "./locate.ts";
import { firstIssues, firstOfCode, type ReportTask } from "./report-chunk.ts";
import type { Resolution } from "./resolve.ts";
import type { Runner } from "./task.ts";

/** Above this many different missing keys, neighbours of them are not looked for: then it is no slip of a finger. */
const mostNeighbours = 300;

/** The second pass: the chunks in which something is wrong, side by side; what they give is written in the order of the file. */
export async function reportFile(
  source: ByteRange,
  layout: Layout,
  chunks: readonly ReadChunk[],
  resolution: Resolution,
  endsTooEarly: boolean,
  runner: Runner,
  { report: write, onProgress, signal }: AnalyseOptions,
): Promise<Pick<Analysis, "issues" | "first" | "firstByCode">> {
  const byCode: Partial<Record<IssueCode, number>> = {};
  const first: IssueRecord[] = [];
  const firstByCode = new Map<IssueCode, IssueRecord[]>();
  let withheld = resolution.withheld;
  const wrong = chunks.flatMap((chunk, n) => {
    const verdicts = resolution.chunks.get(n);
    const tooEarly = endsTooEarly && n === chunks.length - 1;
    const any = chunk.errors + chunk.warnings > 0 || verdicts !== undefined || tooEarly;
    return any ? [{ n, chunk, verdicts: verdicts ?? { missing: [], items: [] }, tooEarly }] : [];
  });
  const places = wrong.length > 0 ? await placeChunks(source, layout, chunks, runner) : [];
  const defined = resolution.missing <= mostNeighbours ? resolution.defined.slots : undefined;
  const reported = inOrder(wrong, runner.width * 3, ({ n, chunk, verdicts, tooEarly }) => {
    const { from, to, start, index } = chunk;
    const task: ReportTask = {
      chunk: { from, to, start },
      index,
      place: places[n]!,
      verdicts,
      defined: verdicts.missing.length > 0 ? defined : undefined,
      endsTooEarly: tooEarly,
    };
    return runner.run({ kind: "report", ...task });
  });
  let done = 0;
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
    const { chunk } = wrong[done++]!;
    const elements = chunk.index + chunk.elements;
    const issues = total(byCode);
    onProgress?.({ phase: "reporting", bytes: chunk.to, size: source.size, elements, issues });
  }
  const errors = total(byCode, "error");
  const warnings = total(byCode, "warning");
  return { issues: { errors, warnings, withheld, by_code: byCode }, first, firstByCode };
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
  source: ByteRange,
  layout: Layout,
  chunks: readonly ReadChunk[],
  runner: Runner,
): Promise<TextPlace[]> {
  const mark = (await source.read(0, 1))[0] === 0xef ? 3 : 0;
  let place = await locate(source, mark, layout.start, { line: 1, column: 1 });
  const places: TextPlace[] = [];
  const moved = inOrder(chunks, runner.width * 3, ({ range, start }) =>
    runner.run({ kind: "locate", from: start.offset, to: range.end.offset }),
  );
  for await (const { line, column } of moved) {
    places.push(place);
    place = {
      line: place.line + line - 1,
      column: line === 1 ? place.column + column - 1 : column,
    };
  }
  return places;
}
