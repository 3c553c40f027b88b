import type { DatabaseSync } from "node:sqlite";
import { type ItemTypeName } from "../../format/index.ts";
import { columns } from "../columns.ts";
import type { LoadState } from "../load-state.ts";
import { merge } from "../merge.ts";
import { newRow } from "../new-row.ts";
import type { Outcome } from "../reconciliation.ts";
import type { Row } from "../row.ts";
import { type ColumnValue, tables } from "../tables.ts";

/** What became of an item. */
export interface Written {
  readonly outcome: Outcome;
  /** The load whose row it wrote over, if it did. */
  readonly superseded?: number;
  /** Whether it changed what a message is found by in a search. */
  readonly reworded?: boolean;
}

/** Writes one row of a load; must run inside a transaction. */
export type ItemWriter = (row: Row, load: LoadState, app: number) => Written;

/** Makes the writer of an item type: it inserts, and only where the key is taken looks at what is stored. */
export function itemWriter(db: DatabaseSync, type: ItemTypeName): ItemWriter {
  const list = columns[type];
  const names = list.map(({ name }) => `"${name}"`);
  const key = list.flatMap(({ upsert }, at) => (upsert === "key" ? [at] : []));
  const others = list.flatMap(({ upsert }, at) => (upsert === "key" ? [] : [at]));
  const words = type === "message" ? wordColumns : [];
  const table = tables[type];
  // Both statements that write number their parameters alike: app, import, and the columns in their order.
  const parameter = (at: number) => `?${at + 3}`;
  const is = (at: number) => `${names[at]} = ${parameter(at)}`;

  const insert = db.prepare(
    `insert into ${table} (app, import_id, ${names.join(", ")}) values (?1, ?2, ${names.map((_, at) => parameter(at)).join(", ")}) on conflict do nothing`,
  );
  const select = db.prepare(
    `select ${names.join(", ")}, import_id from ${table} where app = ? and ${key.map((at) => `${names[at]} = ?`).join(" and ")}`,
  );
  select.setReturnArrays(true);
  const update = db.prepare(
    `update ${table} set import_id = ?2, ${others.map(is).join(", ")} where app = ?1 and ${key.map(is).join(" and ")}`,
  );

  return (row, load, app) => {
    const inserted = insert.run(app, load.id, ...newRow(type, row, load.importTime));
    if (inserted.changes === 1) return { outcome: "created" };
    if (load.mode === "insert") return { outcome: "skipped" };
    const stored = select.get(app, ...key.map((at) => row[at]!)) as unknown as ColumnValue[];
    const superseded = stored.pop() as number;
    const merged = merge(type, stored, row, load.mergeCustom);
    if (merged === undefined) return { outcome: "unchanged" };
    update.run(app, load.id, ...merged);
    const reworded = words.some((at) => merged[at] !== stored[at]);
    return { outcome: "updated", superseded, reworded };
  };
}

const wordColumns = ["text", "type"].map((name) =>
  columns.message.findIndex((column) => column.name === name),
);
