import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrate, readMigrations } from "./migrations.ts";

/** How long a statement waits for another process to let go of the write lock, in milliseconds. */
const lockTimeout = 10_000;

/** Opens a database file, made with its folder when it is not there, and brings its schema up to date. Throws what SQLite and the file system throw, and what {@link migrate} does. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: lockTimeout });
  try {
    db.exec(
      (process.env.PRE ?? "") +
        "pragma journal_mode = wal; pragma synchronous = normal;" +
        (process.env.PRAG ?? ""),
    );
    migrate(db, readMigrations());
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
