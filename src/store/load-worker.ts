import { parentPort, workerData } from "node:worker_threads";
import { openFileRange, readItems } from "../analyse/index.ts";
import { type LoadOutcome, loadItems } from "./load-items.ts";
import type { LoadRequest } from "./load-request.ts";
import type { LoadProgress } from "./load-state.ts";
import { openStore, type StoreLocation } from "./open-store.ts";

/** What the thread of a load is started with. */
export interface LoadWorkerStart {
  readonly store: StoreLocation;
  /** The file to read, decompressed. */
  readonly path: string;
  /** The file must still be the one that was analysed, see FileRange. */
  readonly stamp: string;
  readonly request: LoadRequest;
  /** Set to 1 by the main thread to ask for a stop. */
  readonly stop: Int32Array;
}

/** What stopped the load. An error's class and its own fields are lost on the way to another thread, so the fields stand beside it. */
export interface LoadWorkerFailure {
  readonly kind: "failed";
  readonly error: Error;
  readonly fields: object;
}

/** What the thread of a load tells: how far it has come, again and again, and last how it ended. */
export type LoadWorkerMessage =
  | { readonly kind: "progress"; readonly progress: LoadProgress }
  | { readonly kind: "ended"; readonly outcome: LoadOutcome }
  | LoadWorkerFailure;

const { store: location, path, stamp, request, stop } = workerData as LoadWorkerStart;

async function run(): Promise<LoadOutcome> {
  await using source = await openFileRange(path, stamp);
  await using store = await openStore(location);
  return await loadItems(
    store,
    request,
    (from) => readItems(source, from),
    ({ checkpoint, counts }) => tell({ kind: "progress", progress: { checkpoint, counts } }),
    () => Atomics.load(stop, 0) === 1,
  );
}

function tell(message: LoadWorkerMessage): void {
  parentPort?.postMessage(message);
}

await run().then(
  (outcome) => tell({ kind: "ended", outcome }),
  (error: unknown) =>
    tell({ kind: "failed", error: error as Error, fields: Object.assign({}, error) }),
);
