import type { ItemTypeName } from "../format/index.ts";

/** What became of an item. `unchanged`: it was there and says nothing new. `skipped`: it was there and the load only inserts. */
export type Outcome = "created" | "updated" | "unchanged" | "skipped";

/** How many items of one type came to which outcome. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** Outcomes by item type; every type is there. */
export type Counts = Readonly<Record<ItemTypeName, OutcomeCounts>>;

/** The account of a load, by item type: `in_file` items were in the file, and each came to one of the outcomes. */
export type Reconciliation = Readonly<
  Record<ItemTypeName, { readonly in_file: number } & OutcomeCounts>
>;
