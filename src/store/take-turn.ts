import { setTimeout } from "node:timers/promises";
import type { StoreLocation } from "./open-store.ts";
import { StoreError } from "./store-error.ts";

/** The turns of loads that must come one after the other. Disposing of them ends the turn that was taken. */
export interface Turns extends AsyncDisposable {
  /** Takes a turn unless another load, in whatever process, has it. */
  tryOnce(): Promise<boolean>;
  /** Has an error told when the turn ends before it is given back. */
  onLost(tell: (error: Error) => void): void;
}

/** How a load waits for another one. */
export interface TurnOptions {
  /** Milliseconds to wait at most. Default: ten minutes. */
  readonly waitAtMost?: number;
  /** Told once, when another load is under way. */
  readonly onWaiting?: () => void;
  readonly signal?: AbortSignal;
}

const pause = 100;

/** Waits until no other load is under way that must not be at the same time, in whatever process: into the same store, or where the store has many writers, into the same app. Disposing of the turn ends it.
 *
 * @throws StoreError `store_locked` when it takes too long; the signal's reason while waiting */
export async function takeTurn(
  { folder, url }: StoreLocation,
  app: string,
  { waitAtMost = 600_000, onWaiting, signal }: TurnOptions,
): Promise<Pick<Turns, "onLost"> & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const turns = opened.use(
    url === undefined
      ? await (await import("./sqlite/sqlite-turns.ts")).sqliteTurns(folder)
      : await (await import("./postgres/postgres-turns.ts")).postgresTurns(url, app),
  );
  let taken = await turns.tryOnce();
  if (!taken) onWaiting?.();
  for (const began = performance.now(); !taken; taken = await turns.tryOnce()) {
    if (performance.now() - began >= waitAtMost) {
      throw tooLong(url === undefined ? `store ${folder}` : `app "${app}"`, waitAtMost);
    }
    await setTimeout(pause, undefined, signal ? { signal } : {});
  }
  opened.move();
  return turns;
}

function tooLong(into: string, waited: number): StoreError {
  return new StoreError(
    "store_locked",
    `Another process has been loading into the ${into} for the ${Math.round(waited / 1000)} seconds that this one has waited.`,
    "Wait until it has finished, or end it.",
  );
}
