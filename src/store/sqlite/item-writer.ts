import type { DatabaseSync } from "node:sqlite";
import { type ItemTypeName } from "../../format/index.ts";
import { columns } from "../columns.ts";
import type { LoadState } from "../load-state.ts";
import { merge } from "../merge.ts";
import { newRow } from "../new-row.ts";
import type { Outcome } from "../reconciliation.ts";
import type { Row } from "../row.ts";
import { type ColumnValue, tables } from "../tables.ts";

/** What became of an item, and the load whose row it wrote over, if it did. */
export interface Written {
  readonly outcome: Outcome;
  readonly superseded?: number;
}

/** Writes one row of a load; must run inside a transaction. */
export type ItemWriter = (row: Row, load: LoadState, app: number) => Written;

/** Makes the writer of an item type: it inserts, and only where the key is taken looks at what is stored. */
export function itemWriter(db: DatabaseSync, type: ItemTypeName): ItemWriter {
  const list = columns[type];
  const names = list.map(({ name }) => `"${name}"`);
  const key = list.flatMap(({ upsert }, at) => (upsert === "key" ? [at] : []));
  const others = list.flatMap(({ upsert }, at) => (upsert === "key" ? [] : [at]));
  const where = ["app = ?", ...key.map((at) => `${names[at]} = ?`)].join(" and ");
  const table = tables[type];

  const insert = db.prepare(
    `insert into ${table} (app, ${names.join(", ")}, import_id) values (?, ${names.map(() => "?").join(", ")}, ?) on conflict do nothing`,
  );
  const select = db.prepare(`select ${names.join(", ")}, import_id from ${table} where ${where}`);
  select.setReturnArrays(true);
  const update = db.prepare(
    `update ${table} set ${others.map((at) => `${names[at]} = ?`).join(", ")}, import_id = ? where ${where}`,
  );

  return (row, load, app) => {
    const inserted = insert.run(app, ...newRow(type, row, load.importTime), load.id);
    if (inserted.changes === 1) return { outcome: "created" };
    if (load.mode === "insert") return { outcome: "skipped" };
    const keyValues = key.map((at) => row[at]!);
    const stored = select.get(app, ...keyValues) as unknown as ColumnValue[];
    const merged = merge(type, stored, row, load.mergeCustom);
    if (merged === undefined) return { outcome: "unchanged" };
    update.run(...others.map((at) => merged[at]!), load.id, app, ...keyValues);
    return { outcome: "updated", superseded: stored[list.length] as number };
  };
}
