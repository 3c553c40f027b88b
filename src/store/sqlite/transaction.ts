import type { DatabaseSync } from "node:sqlite";

/** Runs `work` in a transaction that takes the write lock at once: all of it is written, or nothing. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("begin immediate");
  try {
    const result = work();
    db.exec("commit");
    return result;
  } catch (error) {
    // A full disk rolls back by itself.
    if (db.isTransaction) db.exec("rollback");
    throw error;
  }
}
