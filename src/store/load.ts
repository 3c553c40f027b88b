import { Worker } from "node:worker_threads";
import type { FileIdentity } from "../analyse/index.ts";
import type { LoadOutcome } from "./load-items.ts";
import { LoadPace } from "./load-pace.ts";
import type { LoadRequest } from "./load-request.ts";
import type { LoadProgress } from "./load-state.ts";
import type { LoadWorkerMessage, LoadWorkerStart } from "./load-worker.ts";
import type { StoreLocation } from "./open-store.ts";
import { revivedError } from "./passed-error.ts";
import { takeTurn, type TurnOptions } from "./take-turn.ts";

/** What a load needs beside what is to be loaded. */
export interface LoadOptions extends TurnOptions {
  readonly store: StoreLocation;
  /** The files to read, decompressed, one behind the other. They were found valid, and must still be those that were analysed. */
  readonly files: readonly FileIdentity[];
  readonly request: LoadRequest;
  /** Told where the load begins (an earlier one is gone on with when that is not 0), and after each transaction how far it has come. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Asks the load to stop after the current transaction, or to give up waiting for another one. */
  readonly signal?: AbortSignal;
  /** Slows the load down, also while it runs. */
  readonly pace?: LoadPace;
}

/** Loads files into the store, as one, in a thread of its own: reading, making rows and writing all happen there. Loads into one store come one after the other, on PostgreSQL those into one app: this one waits for another one that is under way, in whatever process. An unfinished load of the same files, app and mode is gone on with. What was written stays, whatever happens: the process may be killed at any moment, and the same call completes the load.
 *
 * Rejects with a `StoreError` or `SourceError`, after which the same call goes on too; with the signal's reason when it was aborted while waiting. */
export async function load(options: LoadOptions): Promise<LoadOutcome> {
  const pace = options.pace ?? new LoadPace();
  const onAbort = () => pace.stop();
  if (options.signal?.aborted) onAbort();
  options.signal?.addEventListener("abort", onAbort);
  try {
    await using turn = await takeTurn(options.store, options.request.app, options);
    let lost: Error | undefined;
    turn.onLost((error) => {
      lost = error;
      pace.stop();
    });
    const outcome = await runWorker(options, pace);
    if (lost !== undefined && outcome.kind === "stopped") throw lost;
    return outcome;
  } finally {
    options.signal?.removeEventListener("abort", onAbort);
  }
}

/** V8 would let what dies young take 100 MB more before it looks, and be no faster for it. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

function runWorker(options: LoadOptions, pace: LoadPace): Promise<LoadOutcome> {
  const { store, files, request, onProgress } = options;
  const script = new URL(import.meta.url.replace(/load(\.[jt]s)$/, "load-worker$1"));
  const workerData: LoadWorkerStart = { store, files, request, pace: pace.word };
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData, resourceLimits });
    worker.on("message", (message: LoadWorkerMessage) => {
      if (message.kind === "progress") onProgress?.(message.progress);
      if (message.kind === "ended") resolve(message.outcome);
      if (message.kind === "failed") reject(revivedError(message));
    });
    worker.on("error", reject);
    // Does nothing after one of the above.
    worker.on("exit", (code) => reject(new Error(`The load ended without a word (${code}).`)));
  });
}
