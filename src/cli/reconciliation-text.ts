import { itemTypeNames } from "../format/index.ts";
import type { Reconciliation } from "../store/index.ts";
import { table } from "./table.ts";

/** The account of a load as a table: what the file had of each type, and what became of it. */
export function reconciliationText(reconciliation: Readonly<Partial<Reconciliation>>): string {
  const rows = itemTypeNames.flatMap((type) => {
    const { in_file = 0, created, updated, unchanged, skipped } = reconciliation[type] ?? {};
    return in_file > 0 ? [[type, in_file, created, updated, unchanged, skipped]] : [];
  });
  return table(["type", "in file", "created", "updated", "unchanged", "skipped"], rows);
}
