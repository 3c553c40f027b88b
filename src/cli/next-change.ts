import { realpathSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";

/** How long files must be left alone before a change counts as done: an editor that saves makes several. */
const quiet = 100;

/** The next change of some files: `signal` is aborted when it is done. Disposing of it stops watching. */
export interface NextChange extends Disposable {
  readonly signal: AbortSignal;
}

/** The files cannot be watched. */
class WatchError extends Error {
  override readonly name = "WatchError";
  readonly fix = "check that the folder is there; where it is, run the command without --watch";
}

/** Begins to watch files. Their folders are watched, as many editors save by putting a new file in the place of the old one.
 *
 * @throws WatchError when a folder cannot be watched */
export function nextChange(files: readonly string[]): NextChange {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const places = Map.groupBy(new Set(files.flatMap(pathsOf)), dirname);
  const watchers = new DisposableStack();
  watchers.defer(() => clearTimeout(timer));
  for (const [folder, paths] of places) {
    const names = new Set(paths.map((path) => basename(path)));
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name !== null && !names.has(name)) return;
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(), quiet);
      });
      watcher.on("error", () => controller.abort());
      watchers.defer(() => watcher.close());
    } catch (error) {
      watchers.dispose();
      throw new WatchError(`cannot watch ${folder}: ${(error as Error).message}`, { cause: error });
    }
  }
  return { signal: controller.signal, [Symbol.dispose]: () => watchers.dispose() };
}

/** The path, and that of the file which it leads to by links. */
function pathsOf(file: string): string[] {
  const path = resolve(file);
  try {
    return [path, realpathSync(path)];
  } catch {
    // Not there now; it may come back.
    return [path];
  }
}
