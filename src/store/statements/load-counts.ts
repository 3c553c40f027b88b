import { type ItemTypeName, itemTypeNames } from "../../format/index.ts";
import { byType } from "../by-type.ts";
import type { LoadRequest } from "../load-request.ts";
import type { Counts, Outcome } from "../reconciliation.ts";
import { ask } from "./ask.ts";
import type { Steps } from "./step.ts";

/** The account of a load as it is stored. `superseded`: rows that it wrote and that were written again since, by itself or by another load. */
export type StoredCounts = Readonly<
  Record<ItemTypeName, Readonly<Record<"in_file" | "superseded" | Outcome, number>>>
>;

/** What became of the items of one batch. */
export interface BatchCounts {
  readonly outcomes: Record<ItemTypeName, Record<Outcome, number>>;
  /** How many rows of which load were written over. */
  readonly superseded: Map<number, Record<ItemTypeName, number>>;
}

/** Opens the account of a new load. */
export function* insertCounts(
  app: number,
  load: number,
  inFile: LoadRequest["inFile"],
): Steps<void> {
  for (const type of itemTypeNames) {
    yield* ask(
      "insert into load_counts (app, import_id, type, in_file, created, updated, unchanged, skipped, superseded) values (?, ?, ?, ?, 0, 0, 0, 0, 0)",
      app,
      load,
      type,
      inFile[type] ?? 0,
    );
  }
}

/** Reads the account of a load. */
export function* readCounts(app: number, load: number): Steps<StoredCounts> {
  const rows = yield* ask(
    "select type, in_file, created, updated, unchanged, skipped, superseded from load_counts where app = ? and import_id = ?",
    app,
    load,
  );
  const counts = new Map(rows.map(({ type, ...count }) => [type, count]));
  return byType((type) => counts.get(type) as StoredCounts[ItemTypeName]);
}

/** Adds a batch to the account of its load, and to those of the loads that had written the rows before. */
export function* addCounts(
  app: number,
  load: number,
  { outcomes, superseded }: BatchCounts,
): Steps<void> {
  for (const type of itemTypeNames) {
    const { created, updated, unchanged, skipped } = outcomes[type];
    if (created + updated + unchanged + skipped === 0) continue;
    yield* ask(
      "update load_counts set created = created + ?, updated = updated + ?, unchanged = unchanged + ?, skipped = skipped + ? where app = ? and import_id = ? and type = ?",
      created,
      updated,
      unchanged,
      skipped,
      app,
      load,
      type,
    );
  }
  for (const [earlier, rows] of superseded) {
    for (const type of itemTypeNames) {
      if (rows[type] === 0) continue;
      yield* ask(
        "update load_counts set superseded = superseded + ? where app = ? and import_id = ? and type = ?",
        rows[type],
        app,
        earlier,
        type,
      );
    }
  }
}

/** The outcomes of two accounts together. */
export function sum(a: Counts, b: Counts): Counts {
  return byType((type) => ({
    created: a[type].created + b[type].created,
    updated: a[type].updated + b[type].updated,
    unchanged: a[type].unchanged + b[type].unchanged,
    skipped: a[type].skipped + b[type].skipped,
  }));
}
