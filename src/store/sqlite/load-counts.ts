import type { DatabaseSync } from "node:sqlite";
import { type ItemTypeName, itemTypeNames } from "../../format/index.ts";
import { byType } from "../by-type.ts";
import type { LoadRequest } from "../load-request.ts";
import type { Counts, Outcome } from "../reconciliation.ts";

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
export function insertCounts(
  db: DatabaseSync,
  app: number,
  load: number,
  inFile: LoadRequest["inFile"],
): void {
  const insert = db.prepare(
    "insert into load_counts (app, import_id, type, in_file, created, updated, unchanged, skipped, superseded) values (?, ?, ?, ?, 0, 0, 0, 0, 0)",
  );
  for (const type of itemTypeNames) insert.run(app, load, type, inFile[type] ?? 0);
}

/** Reads the account of a load. */
export function readCounts(db: DatabaseSync, app: number, load: number): StoredCounts {
  const select = db.prepare(
    "select in_file, created, updated, unchanged, skipped, superseded from load_counts where app = ? and import_id = ? and type = ?",
  );
  return byType((type) => select.get(app, load, type) as unknown as StoredCounts[ItemTypeName]);
}

/** Adds a batch to the account of its load, and to those of the loads that had written the rows before. */
export function addCounts(
  db: DatabaseSync,
  app: number,
  load: number,
  { outcomes, superseded }: BatchCounts,
): void {
  const add = db.prepare(
    "update load_counts set created = created + ?, updated = updated + ?, unchanged = unchanged + ?, skipped = skipped + ? where app = ? and import_id = ? and type = ?",
  );
  for (const type of itemTypeNames) {
    const { created, updated, unchanged, skipped } = outcomes[type];
    if (created + updated + unchanged + skipped === 0) continue;
    add.run(created, updated, unchanged, skipped, app, load, type);
  }
  const supersede = db.prepare(
    "update load_counts set superseded = superseded + ? where app = ? and import_id = ? and type = ?",
  );
  for (const [earlier, rows] of superseded) {
    for (const type of itemTypeNames) {
      if (rows[type] > 0) supersede.run(rows[type], app, earlier, type);
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
