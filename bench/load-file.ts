import type { BenchFiles } from "./bench-files.ts";
import { measure, projectFile, type Usage } from "./measure.ts";

/** How many items of each type a file has. */
export async function itemCounts(file: string, files: BenchFiles): Promise<Record<string, number>> {
  const words = ["validate", file, "--format", "json", "--data", files.unused()];
  const { stdout } = await measure([projectFile("bin/chatferry.js"), ...words], { output: true });
  return (JSON.parse(stdout) as { stats: Record<string, number> }).stats;
}

/** Loads a file into the store of a folder, in a process of its own. Time and processor time are of the load alone. */
export async function loadFile(
  file: string,
  folder: string,
  counts: Readonly<Record<string, number>>,
): Promise<Usage> {
  const words = [file, folder, JSON.stringify(counts)];
  const usage = await measure([projectFile("bench/programs/load.ts"), ...words], { output: true });
  return { ...usage, ...(JSON.parse(usage.stdout) as Pick<Usage, "cpu" | "wall">) };
}
