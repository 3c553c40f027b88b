import { availableParallelism } from "node:os";
import type { Analysis } from "./analysis.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";
import type { FileRange } from "./file-range.ts";
import { openRunner } from "./pool.ts";
import { SpillFile } from "./spill-file.ts";

/** Up to this many bytes, starting a thread takes longer than it saves, and what is wrong takes little memory. More is left to threads, whose memory can be bounded. */
const small = 786_432;

/** How files are analysed, and where what does not fit into memory goes. */
export interface AnalyseFilesOptions extends Omit<AnalyseOptions, "runner" | "spill"> {
  /** How many worker threads there are. Default: one for each core. */
  readonly threads?: number | undefined;
  /** The folder for temporary files. Default: the system's. */
  readonly tmp?: string;
}

/** Analyses files with worker threads, see {@link analyse}; small ones in this thread.
 *
 * @throws SourceError `changed` when one of the files changes meanwhile, `no_space_for_keys` when there is no room for temporary files */
export async function analyseFiles(
  sources: readonly FileRange[],
  { threads = availableParallelism(), tmp, ...options }: AnalyseFilesOptions,
): Promise<Analysis> {
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  await using spill = new SpillFile(sources[0]!.name, tmp);
  const analysis = await analyse(sources, {
    ...options,
    spill,
    runner: (runnerOptions, chunks) =>
      openRunner(sources, runnerOptions, size <= small ? 0 : Math.min(threads, chunks)),
  });
  for (const source of sources) await source.mustBeUnchanged();
  return analysis;
}
