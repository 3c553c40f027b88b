import { itemTypeNames } from "../format/index.ts";
import type { Reconciliation } from "../store/index.ts";
import { table } from "./table.ts";

/** The account of a load as a table: what the file had of each type, and what became of it. */
export function reconciliationText(reconciliation: Reconciliation): string {
  const rows = itemTypeNames
    .filter((type) => reconciliation[type].in_file > 0)
    .map((type) => {
      const { in_file, created, updated, unchanged, skipped } = reconciliation[type];
      return [type, in_file, created, updated, unchanged, skipped];
    });
  return table(["type", "in file", "created", "updated", "unchanged", "skipped"], rows);
}
