import type { DatabaseSync } from "node:sqlite";
import type { ItemTypeName } from "../../format/index.ts";
import { DatabaseStore } from "../database-store.ts";
import type { StoreEngine } from "../engine.ts";
import { BatchCounter } from "../batch-counter.ts";
import type { Store } from "../store.ts";
import { type ItemWriter, itemWriter } from "./item-writer.ts";
import { openDatabase } from "./open-database.ts";
import { openReadOnly } from "./open-read-only.ts";
import { queryBuilder } from "./query-builder.ts";
import { runSteps } from "./run-steps.ts";
import { indexMessages, newestMessage } from "./search-index.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { sqliteEngine } from "./sqlite-engine.ts";
import { withStoreErrors } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";

/** Opens the embedded store, made when it is not there.
 *
 * @param file the database file; its folder is made too.
 * @param readOnly open what is there, and write nothing. */
export function openSqliteStore(file: string, readOnly = false): Promise<Store> {
  return withStoreErrors(file, () =>
    sqliteStore(file, readOnly ? openReadOnly(file) : openDatabase(file)),
  );
}

/** The store on one SQLite file. Everything runs on the thread that calls it; what writes for long belongs into a thread of its own.
 *
 * @param db as {@link openDatabase} gives it; the store closes it. */
export function sqliteStore(file: string, db: DatabaseSync): Store {
  const engine = sqliteEngine(file, db);
  return new DatabaseStore({
    ...engine,
    dialect: sqliteDialect,
    queries: queryBuilder(db),
    read: (work) => withStoreErrors(file, work),
    async write(steps) {
      // What is said to be complete survives a power cut: this commit brings all before it to the disk.
      db.exec("pragma synchronous = full");
      try {
        return await engine.write(steps);
      } finally {
        if (db.isOpen) db.exec("pragma synchronous = normal");
      }
    },
    writeRows: rowWriter(file, db),
  });
}

function rowWriter(file: string, db: DatabaseSync): StoreEngine["writeRows"] {
  const writers: Partial<Record<ItemTypeName, ItemWriter>> = {};
  return (load, rows, before, after) =>
    withStoreErrors(file, () =>
      transaction(db, () => {
        const app = runSteps(db, before());
        const counter = new BatchCounter();
        const newest = newestMessage(db);
        const rewordedIds: string[] = [];
        for (const { type, row } of rows()) {
          const write = (writers[type] ??= itemWriter(db, type));
          const written = write(row, load, app);
          counter.count(type, written);
          if (written.reworded) rewordedIds.push(String(row[0]));
        }
        indexMessages(db, app, newest, rewordedIds);
        runSteps(db, after(app, counter.counts));
        return counter.counts;
      }),
    );
}
