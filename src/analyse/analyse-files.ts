import { availableParallelism } from "node:os";
import type { Analysis } from "./analysis.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";
import type { FileRange } from "./file-range.ts";
import { openRunner } from "./pool.ts";

/** Below this many chunks, starting threads takes longer than they save. */
const fewChunks = 4;

/** Analyses files with worker threads, see {@link analyse}; small ones in this thread.
 *
 * @param threads how many. Default: one for each core
 * @throws SourceError `changed` when one of the files changes meanwhile */
export async function analyseFiles(
  sources: readonly FileRange[],
  options: Omit<AnalyseOptions, "runner">,
  threads: number = availableParallelism(),
): Promise<Analysis> {
  const analysis = await analyse(sources, {
    ...options,
    runner: (runnerOptions, chunks) =>
      openRunner(sources, runnerOptions, chunks < fewChunks ? 0 : threads),
  });
  for (const source of sources) await source.mustBeUnchanged();
  return analysis;
}
