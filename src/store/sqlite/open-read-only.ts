import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { addFunctions } from "./functions.ts";
import { mustBeCurrent } from "../must-be-current.ts";
import { pendingMigrations } from "../pending-migrations.ts";
import { appliedSteps, sqliteMigrations } from "./migrations.ts";

/** Opens a database file that may not be written, or whose folder may not, to read it: an archive, or the store of another user. Nothing is written beside it. Throws what SQLite throws, and what {@link mustBeCurrent} does.
 *
 * @param of which steps its schema is made of */
export function openReadOnly(
  file: string,
  of?: Parameters<typeof sqliteMigrations>[0],
): DatabaseSync {
  const url = pathToFileURL(file);
  // SQLite would make what readers and writers share beside the file. Where there is no log, nobody writes, and it can do without.
  if (!existsSync(`${file}-wal`)) url.searchParams.set("immutable", "1");
  const db = new DatabaseSync(url, { readOnly: true });
  try {
    addFunctions(db);
    mustBeCurrent(pendingMigrations(appliedSteps(db), sqliteMigrations(of)));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
