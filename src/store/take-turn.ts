import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeFolder } from "./make-folder.ts";
import type { StoreLocation } from "./open-store.ts";
import { tryLoadLock } from "./sqlite/load-lock.ts";
import { withStoreErrors } from "./sqlite/sqlite-error.ts";
import { StoreError } from "./store-error.ts";

/** How a load waits for another one. */
export interface TurnOptions {
  /** Milliseconds to wait at most. Default: ten minutes. */
  readonly waitAtMost?: number;
  /** Told once, when another load is under way. */
  readonly onWaiting?: () => void;
  readonly signal?: AbortSignal;
}

const pause = 100;

/** Waits until no other load into the store is under way, in whatever process. Disposing of the turn ends it.
 *
 * @throws StoreError `store_locked` when it takes too long; the signal's reason while waiting */
export async function takeTurn(
  { folder }: StoreLocation,
  { waitAtMost = 600_000, onWaiting, signal }: TurnOptions,
): Promise<Disposable> {
  const file = join(folder, "load.lock");
  const attempt = () => withStoreErrors(file, () => tryLoadLock(file));
  await withStoreErrors(folder, () => makeFolder(folder));
  let turn = await attempt();
  if (turn === undefined) onWaiting?.();
  for (const began = performance.now(); turn === undefined; turn = await attempt()) {
    if (performance.now() - began >= waitAtMost) throw tooLong(folder, waitAtMost);
    await setTimeout(pause, undefined, signal ? { signal } : {});
  }
  return turn;
}

function tooLong(folder: string, waited: number): StoreError {
  return new StoreError(
    "store_locked",
    `Another process has been loading into the store ${folder} for the ${Math.round(waited / 1000)} seconds that this one has waited.`,
    "Wait until it has finished, or end it.",
  );
}
