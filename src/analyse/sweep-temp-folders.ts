import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Removes what processes that were killed have left in a folder of temporary folders; a folder that is not there holds nothing.
 *
 * @param olderThan milliseconds since anything in it was last written; what is younger may be in use */
export async function sweepTempFolders(within: string, olderThan: number): Promise<void> {
  const latest = Date.now() - olderThan;
  for (const name of await namesIn(within)) {
    const path = join(within, name);
    const paths = [path, ...(await namesIn(path)).map((part) => join(path, part))];
    const times = await Promise.all(paths.map((part) => stat(part).catch(() => undefined)));
    const written = Math.max(...times.map((info) => info?.mtimeMs ?? 0));
    if (written <= latest) await rm(path, { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
