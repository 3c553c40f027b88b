import { availableParallelism } from "node:os";
import type { Analysis } from "./analysis.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";
import type { FileRange } from "./file-range.ts";
import { openRunner } from "./pool.ts";

/** Below this many chunks, starting threads takes longer than they save. */
const fewChunks = 4;

/** Analyses a file with a worker thread for each core, see {@link analyse}; a small one in this thread.
 *
 * @throws SourceError `changed` when the file changes meanwhile */
export async function analyseFile(
  source: FileRange,
  options: Omit<AnalyseOptions, "runner">,
): Promise<Analysis> {
  const analysis = await analyse(source, {
    ...options,
    runner: (chunkOptions, chunks) =>
      openRunner(source, chunkOptions, chunks < fewChunks ? 0 : availableParallelism()),
  });
  await source.mustBeUnchanged();
  return analysis;
}
