import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import type { Turns } from "../take-turn.ts";
import { tryLoadLock } from "./load-lock.ts";
import { withStoreErrors } from "./sqlite-error.ts";

/** The turns of loads into the store of a folder. */
export async function sqliteTurns(folder: string): Promise<Turns> {
  const file = join(folder, "load.lock");
  await withStoreErrors(folder, () => makeFolder(folder));
  let turn: Disposable | undefined;
  return {
    tryOnce: () =>
      withStoreErrors(file, () => {
        turn = tryLoadLock(file);
        return turn !== undefined;
      }),
    // The lock is this process's until it lets go.
    onLost: () => {},
    [Symbol.asyncDispose]: async () => turn?.[Symbol.dispose](),
  };
}
