import type { CheckedItem } from "../format/index.ts";
import type { LoadPace } from "./load-pace.ts";
import type { LoadRequest } from "./load-request.ts";
import type { Checkpoint, LoadProgress } from "./load-state.ts";
import type { Counts, Reconciliation } from "./reconciliation.ts";
import type { Store } from "./store.ts";

/** A transaction ends with the batch that brings it to so many items or bytes of the file, whichever comes first: large enough to be fast, small enough to be held in memory and to let others write. */
const transactionItems = 20_000;
const transactionBytes = 16 * 1024 * 1024;

/** Items that stand one behind the other in the file, as reading gives them. */
export interface ReadBatch {
  readonly items: readonly CheckedItem[];
  /** The byte at which reading goes on after them. */
  readonly offset: number;
}

interface LoadEnd {
  /** What rows know the load by, as `import_id`. */
  readonly load: number;
  /** The index of the item that it went on from, where an unfinished load had stopped; 0 for one that began anew. */
  readonly resumedFrom: number;
}

/** Every item of the file is in the store. */
export interface LoadCompleted extends LoadEnd {
  readonly kind: "completed";
  readonly reconciliation: Reconciliation;
}

/** The load stopped when asked to; the same request goes on at the checkpoint. */
export interface LoadStopped extends LoadEnd {
  readonly kind: "stopped";
  readonly checkpoint: Checkpoint;
  readonly counts: Counts;
}

/** How a load ended. */
export type LoadOutcome = LoadCompleted | LoadStopped;

/** Loads a file, or what an unfinished load of it has left.
 *
 * @param read gives the items from a checkpoint to the end of the file.
 * @param onProgress is told where the load begins, and after each transaction how far it has come.
 * @param pace is asked between batches; what was read and not yet written when it says stop is read again later. */
export async function loadItems(
  store: Store,
  request: LoadRequest,
  read: (from: Checkpoint) => AsyncIterable<ReadBatch>,
  onProgress: (progress: LoadProgress) => void,
  pace: LoadPace,
): Promise<LoadOutcome> {
  let load = await store.beginLoad(request);
  const end = { load: load.id, resumedFrom: load.checkpoint.index };
  let items: CheckedItem[] = [];
  let offset = load.checkpoint.offset;
  const write = async () => {
    const count = items.length;
    const index = load.checkpoint.index + items.length;
    load = await store.writeItems(load, items, { index, offset });
    items = [];
    onProgress(load);
    pace.keep(count);
  };

  onProgress(load);
  for await (const batch of read(load.checkpoint)) {
    if (pace.stopped) {
      return { kind: "stopped", ...end, checkpoint: load.checkpoint, counts: load.counts };
    }
    for (const item of batch.items) items.push(item);
    offset = batch.offset;
    const bytes = offset - load.checkpoint.offset;
    // What is slowed down is written in small steps, several in a second.
    const most = Math.min(transactionItems, (pace.limit ?? Infinity) / 5);
    if (items.length >= most || bytes >= transactionBytes) await write();
  }
  if (items.length > 0) await write();
  const reconciliation = await store.finishLoad(load);
  return { kind: "completed", ...end, reconciliation };
}
