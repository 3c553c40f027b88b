import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "../make-folder.ts";
import { migrate, sqliteMigrations } from "./migrations.ts";

/** After how many pages of 4 KiB the log is copied into the database and begun anew. A small log has its full length soon, and is then written without room on the disk: on a full one it can still be said that it is. */
const logPages = 32;

/** How long a statement waits for another process to let go of the write lock, in milliseconds. */
const lockTimeout = 10_000;

/** Opens the database file of keys and imports, made with its folder when it is not there, and brings its schema up to date. Every commit is on the disk before it returns: what somebody confirmed survives a power cut. Throws what SQLite and the file system throw, and what {@link migrate} does. */
export function openControlDatabase(file: string): DatabaseSync {
  makeFolder(dirname(file));
  // It holds secrets: nobody but its owner reads it, nor what SQLite puts beside it.
  closeSync(openSync(file, "a", 0o600));
  const db = new DatabaseSync(file, { timeout: lockTimeout });
  try {
    db.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${logPages}`,
    );
    migrate(db, sqliteMigrations("control-migrations"));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
