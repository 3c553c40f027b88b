import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder and those it is in, unless they are there. `mkdir` with `recursive` never returns on a path such as /proc/x, where the system says that a folder is missing and refuses to make it.
 *
 * @throws what the file system throws */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "EISDIR") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}
