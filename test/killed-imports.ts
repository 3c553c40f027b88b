import { mkdirSync, watch } from "node:fs";
import { type Ran, runCli, startCli } from "./run-cli.ts";

/** How imports of the same files went. */
export interface KilledImports {
  /** The import that was left alone. */
  readonly whole: Ran;
  /** Those that were killed. */
  readonly killed: readonly Ran[];
  /** The one that went on after them. */
  readonly last: Ran;
}

/** Imports files into one folder undisturbed, and into another by processes that are killed, one after the other, at moments of which nobody knows what is being written; the last one is left alone again.
 *
 * @param moments when to kill each of them, as shares from 0 to 1 of what it may write at most. */
export async function killedImports(
  files: readonly string[],
  whole: string,
  cut: string,
  moments: readonly number[],
): Promise<KilledImports> {
  const words = (folder: string) => ["import", ...files, "--yes", "--data", folder];
  mkdirSync(whole);
  mkdirSync(cut);
  const { writes, ran } = await countWrites(words(whole), whole);
  const killed: Ran[] = [];
  for (const moment of moments) {
    const after = 1 + Math.floor((moment * writes) / moments.length);
    const { ran: last } = await countWrites(words(cut), cut, after);
    // Writes that come fast may be told as one, so that it was through before its moment.
    if (last.code !== null) return { whole: ran, killed, last };
    killed.push(last);
  }
  return { whole: ran, killed, last: await runCli(words(cut)) };
}

/** Runs the command and counts how often something is written to the write-ahead log. */
async function countWrites(
  words: readonly string[],
  folder: string,
  killAfter = Infinity,
): Promise<{ writes: number; ran: Ran }> {
  let writes = 0;
  const running = startCli(words);
  const watcher = watch(folder, (event, name) => {
    if (event !== "change" || name !== "data.db-wal") return;
    writes++;
    if (writes === killAfter) running.process.kill("SIGKILL");
  });
  try {
    return { ran: await running.ended, writes };
  } finally {
    watcher.close();
  }
}
