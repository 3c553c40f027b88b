import { parentPort, workerData } from "node:worker_threads";
import { openStore, type StoreLocation } from "./open-store.ts";
import { type PassedError, passedError } from "./passed-error.ts";
import type { Lists } from "./open-lists.ts";

/** A question to the thread. */
export interface ReadQuestion {
  readonly id: number;
  readonly list: keyof Lists;
  readonly words: readonly unknown[];
}

/** What the thread answers. */
export type ReadAnswer = { readonly id: number } & ({ readonly found: unknown } | PassedError);

const port = parentPort!;
const store = await openStore(workerData as StoreLocation);
const ask = store as unknown as Record<string, (...words: readonly unknown[]) => Promise<unknown>>;

port.on("message", ({ id, list, words }: ReadQuestion) => {
  void ask[list]!(...words).then(
    (found) => port.postMessage({ id, found } satisfies ReadAnswer),
    (error: unknown) => port.postMessage({ id, ...passedError(error) } satisfies ReadAnswer),
  );
});
