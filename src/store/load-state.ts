import type { LoadRequest } from "./load-request.ts";
import type { Counts } from "./reconciliation.ts";

/** Up to where files are loaded; both numbers are as if they stood one behind the other. */
export interface Checkpoint {
  /** The index of the next item. */
  readonly index: number;
  /** The byte at which reading goes on. */
  readonly offset: number;
}

/** How far a load has come. */
export interface LoadProgress {
  readonly checkpoint: Checkpoint;
  /** What became of the items before the checkpoint. */
  readonly counts: Counts;
}

/** A load under way, as it stood when it was last written. */
export interface LoadState extends Omit<LoadRequest, "inFile">, LoadProgress {
  /** What rows know it by, as `import_id`: a number within the app. */
  readonly id: number;
  /** When it began, canonical; `created_at` of items that do not say. */
  readonly importTime: string;
}
