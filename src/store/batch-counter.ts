import type { ItemTypeName } from "../format/index.ts";
import { byType } from "./by-type.ts";
import type { Outcome } from "./reconciliation.ts";
import type { BatchCounts } from "./statements/load-counts.ts";

/** Counts what becomes of the items of one batch. */
export class BatchCounter {
  readonly counts: BatchCounts = {
    outcomes: byType(() => ({ created: 0, updated: 0, unchanged: 0, skipped: 0 })),
    superseded: new Map(),
  };

  /** @param superseded the load whose row was written over */
  count(
    type: ItemTypeName,
    { outcome, superseded }: { readonly outcome: Outcome; readonly superseded?: number },
  ): void {
    this.counts.outcomes[type][outcome] += 1;
    if (superseded === undefined) return;
    const rows = this.counts.superseded.get(superseded) ?? byType(() => 0);
    rows[type] += 1;
    this.counts.superseded.set(superseded, rows);
  }
}
