import { parentPort, workerData } from "node:worker_threads";
import { type FileIdentity, type FileRange, openFileRange, readItems } from "../analyse/index.ts";
import { type LoadOutcome, loadItems } from "./load-items.ts";
import { LoadPace } from "./load-pace.ts";
import type { LoadRequest } from "./load-request.ts";
import type { LoadProgress } from "./load-state.ts";
import { type PassedError, passedError } from "./passed-error.ts";
import { openStore, type StoreLocation } from "./open-store.ts";

/** What the thread of a load is started with. */
export interface LoadWorkerStart {
  readonly store: StoreLocation;
  /** The files to read, decompressed; each must still be the one that was analysed. */
  readonly files: readonly FileIdentity[];
  readonly request: LoadRequest;
  /** The word of its {@link LoadPace}. */
  readonly pace: Int32Array;
}

/** What the thread of a load tells: how far it has come, again and again, and last how it ended. */
export type LoadWorkerMessage =
  | { readonly kind: "progress"; readonly progress: LoadProgress }
  | { readonly kind: "ended"; readonly outcome: LoadOutcome }
  | ({ readonly kind: "failed" } & PassedError);

const { store: location, files, request, pace: word } = workerData as LoadWorkerStart;
const pace = new LoadPace(word);

async function run(): Promise<LoadOutcome> {
  await using opened = new AsyncDisposableStack();
  const sources: FileRange[] = [];
  for (const { path, ...known } of files) {
    sources.push(opened.use(await openFileRange(path, known)));
  }
  await using store = await openStore(location);
  return await loadItems(
    store,
    request,
    (from) => readItems(sources, from, batchBytes),
    ({ checkpoint, counts }) => tell({ kind: "progress", progress: { checkpoint, counts } }),
    pace,
  );
}

/** Bytes that are read at once: a megabyte, or what holds less than a second's worth of items where the load is slowed down. */
function batchBytes(): number {
  return Math.min(1_048_576, Math.max(4_096, (pace.limit ?? Infinity) * 20));
}

function tell(message: LoadWorkerMessage): void {
  parentPort?.postMessage(message);
}

await run().then(
  (outcome) => tell({ kind: "ended", outcome }),
  (error: unknown) => tell({ kind: "failed", ...passedError(error) }),
);
