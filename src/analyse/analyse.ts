import { type CheckOptions, itemTypeNames } from "../format/index.ts";
import type { Analysis, AnalysisProgress } from "./analysis.ts";
import type { ByteRange } from "./byte-range.ts";
import { type ChunkOptions, noItems } from "./collect-chunk.ts";
import { collectFile, type ReadChunk } from "./collect-file.ts";
import { keyHasher } from "./key-hash.ts";
import { detectLayout, type Layout } from "./layout.ts";
import { reportFile } from "./report-file.ts";
import { resolve } from "./resolve.ts";
import type { Runner } from "./task.ts";

/** How a file is cut and read. All have defaults that were measured; tests vary them. */
export interface AnalyseOptions {
  readonly check: CheckOptions;
  /** Bytes that one task reads. Default: 1 MiB. */
  readonly chunk?: number;
  /** Bytes that are handed to JSON.parse at once. Default: 32 KiB. */
  readonly piece?: number;
  /** Longest item, in bytes. Default: 1 MiB. */
  readonly maxItem?: number;
  /** Makes what does the tasks. */
  readonly runner: (options: ChunkOptions, chunks: number) => Runner;
  /** Takes the report as it comes, in the order of the file: JSON Lines of {@link IssueRecord}. */
  readonly report: (lines: Uint8Array) => Promise<void>;
  readonly onProgress?: (progress: AnalysisProgress) => void;
  /** Stops the analysis between two chunks. */
  readonly signal?: AbortSignal;
}

/** Analyses an import file: reads all of it once, resolves the references over the keys, and reads the chunks again in which something is wrong, to report it. Chunks are read side by side from where an element seems to begin; one that turns out to begin elsewhere is read again.
 *
 * @throws what reading the source or writing the report throws, and the signal's reason */
export async function analyse(source: ByteRange, options: AnalyseOptions): Promise<Analysis> {
  const { chunk = 1_048_576, piece = 32_768, maxItem = 1_048_576, check } = options;
  const layout = await detectLayout(source);
  const seed = crypto.getRandomValues(new Uint32Array(4));
  const ranges = cut(layout, source.size, chunk);
  const chunkOptions = { layout, piece, maxItem, check, seed };
  await using runner = options.runner(chunkOptions, ranges.length);
  const chunks = await collectFile(source, layout, ranges, runner, options);
  const resolution = resolve(
    chunks.map((read) => read.records),
    keyHasher(seed),
  );
  const last = chunks.at(-1)!;
  const endsTooEarly = isUnfinished(layout, last);
  const stats = noItems();
  for (const { items } of chunks) for (const type of itemTypeNames) stats[type] += items[type];
  const totals = await reportFile(
    source,
    layout,
    chunks,
    resolution,
    endsTooEarly,
    runner,
    options,
  );
  return {
    valid: totals.issues.errors === 0,
    stats,
    ...totals,
    layout,
    elements: last.index + last.elements,
  };
}

/** A list must be closed, and a file that is no list must have something in it. */
function isUnfinished(layout: Layout, last: ReadChunk): boolean {
  if (layout.container === "array") return !last.range.end.closed;
  return last.index + last.elements === 0;
}

function cut(layout: Layout, size: number, chunk: number) {
  const ranges: { from: number; to: number }[] = [];
  for (let from = layout.start; from < size || ranges.length === 0; from += chunk) {
    ranges.push({ from, to: Math.min(from + chunk, size) });
  }
  return ranges;
}
