import { openFileRange, readItems } from "../src/analyse/index.ts";
import type { ItemTypeName } from "../src/format/index.ts";
import { byType } from "../src/store/by-type.ts";
import { columns } from "../src/store/columns.ts";
import { newRow } from "../src/store/new-row.ts";
import { rowOf } from "../src/store/row.ts";
import { openDatabase } from "../src/store/sqlite/open-database.ts";
import { indexMessages, newestMessage } from "../src/store/sqlite/search-index.ts";
import { type ColumnValue, tables } from "../src/store/tables.ts";

const transactionItems = 10_000;

interface ParsedRow {
  readonly type: ItemTypeName;
  readonly values: readonly ColumnValue[];
}

/** What the floor costs. */
export interface LoadFloor {
  readonly rows: number;
  /** CPU of inserting, user and system, in milliseconds. */
  readonly cpu: number;
}

/** The least that a load can cost: rows that are made already, inserted in transactions of 10,000 by one prepared statement per table, into a store as a load finds it. Making the rows is not counted. */
export async function loadFloor(file: string, database: string): Promise<LoadFloor> {
  await using source = await openFileRange(file);
  using db = openDatabase(database);
  const inserts = byType((type) => {
    const names = columns[type].map(({ name }) => `"${name}"`);
    return db.prepare(
      `insert into ${tables[type]} (app, ${names.join(", ")}, import_id) values (1, ${names.map(() => "?").join(", ")}, 1)`,
    );
  });
  let cpu = 0;
  let rows = 0;
  let batch: ParsedRow[] = [];
  const insert = () => {
    const before = process.cpuUsage();
    db.exec("begin immediate");
    const newest = newestMessage(db);
    for (const { type, values } of batch) inserts[type].run(...values);
    indexMessages(db, 1, newest, []);
    db.exec("commit");
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1000;
    rows += batch.length;
    batch = [];
  };
  for await (const { items, index } of readItems([source])) {
    for (const [at, { type, item }] of items.entries()) {
      const row = rowOf(type, item, "floor", index + at);
      batch.push({ type, values: newRow(type, row, "2020-01-01T00:00:00.000000Z") });
      if (batch.length === transactionItems) insert();
    }
  }
  insert();
  return { rows, cpu };
}
