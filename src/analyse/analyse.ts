import { type CheckOptions, itemTypeNames } from "../format/index.ts";
import type { Analysis, AnalysisProgress } from "./analysis.ts";
import { noItems } from "./collect-chunk.ts";
import { collectFiles, type PlannedChunk } from "./collect-files.ts";
import type { InputFile, LaidOutFile } from "./input-file.ts";
import { findNeighbours } from "./find-neighbours.ts";
import { GatheredKeys } from "./gathered-keys.ts";
import { keyHasher } from "./key-hash.ts";
import type { LookUpItems } from "./known-item.ts";
import { detectLayout } from "./layout.ts";
import { reportFiles } from "./report-files.ts";
import { resolve } from "./resolve.ts";
import type { SpillOptions } from "./spill.ts";
import type { Runner, RunnerOptions } from "./task.ts";

/** How files are cut and read. All have defaults that were measured; tests vary them. */
export interface AnalyseOptions extends SpillOptions {
  readonly check: CheckOptions;
  /** Bytes that one task reads. Default: 2 MiB. */
  readonly chunk?: number;
  /** Bytes that are handed to JSON.parse at once. Default: 32 KiB. */
  readonly piece?: number;
  /** Longest item, in bytes. Default: 1 MiB. */
  readonly maxItem?: number;
  /** Where references that no item defines are looked up: what it finds is there as well. Default: nowhere. */
  readonly lookUp?: LookUpItems;
  /** Makes what does the tasks. */
  readonly runner: (options: RunnerOptions, chunks: number) => Runner;
  /** Takes the report as it comes, in the order of the files: JSON Lines of {@link IssueRecord}. */
  readonly report: (lines: Uint8Array) => Promise<void>;
  readonly onProgress?: (progress: AnalysisProgress) => void;
  /** Stops the analysis between two chunks. */
  readonly signal?: AbortSignal;
}

/** Analyses import files as if they were one: reads all of them once, resolves the references over their keys, and reads the chunks again in which something is wrong, to report it. Chunks are read side by side from where an element seems to begin; one that turns out to begin elsewhere is read again.
 *
 * @throws what reading the files or writing the report throws, and the signal's reason */
export async function analyse(
  sources: readonly InputFile[],
  options: AnalyseOptions,
): Promise<Analysis> {
  const { chunk = 2_097_152, piece = 32_768, maxItem = 1_048_576, check } = options;
  const files: LaidOutFile[] = [];
  for (const source of sources) files.push({ source, layout: await detectLayout(source) });
  const layouts = files.map(({ layout }) => layout);
  const seed = crypto.getRandomValues(new Uint32Array(4));
  const planned = files.flatMap((file, n) => cut(file, n, chunk));
  await using runner = options.runner({ layouts, piece, maxItem, check, seed }, planned.length);
  const keys = new GatheredKeys(options);
  const chunks = await collectFiles(files, planned, runner, keys, options);
  const hasher = keyHasher(seed);
  const resolution = await resolve(keys, chunks.length, hasher, runner, options);
  const neighbours = await findNeighbours(resolution.missing, chunks, keys, hasher, runner);
  const stats = noItems();
  let elements = 0;
  for (const chunk of chunks) {
    for (const type of itemTypeNames) stats[type] += chunk.items[type];
    elements += chunk.elements;
  }
  const totals = await reportFiles(files, chunks, { ...resolution, neighbours }, runner, options);
  return { valid: totals.issues.errors === 0, stats, ...totals, layouts, elements };
}

function cut({ source, layout }: LaidOutFile, file: number, chunk: number): PlannedChunk[] {
  const chunks: PlannedChunk[] = [];
  for (let from = layout.start; from < source.size || chunks.length === 0; from += chunk) {
    chunks.push({ file, from, to: Math.min(from + chunk, source.size) });
  }
  return chunks;
}
