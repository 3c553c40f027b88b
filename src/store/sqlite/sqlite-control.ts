import type { DatabaseSync } from "node:sqlite";
import type { Control } from "../control.ts";
import { DatabaseControl } from "../database-control.ts";
import { openControlDatabase } from "./open-control-database.ts";
import { openReadOnly } from "./open-read-only.ts";
import { queryBuilder } from "./query-builder.ts";
import { sqliteEngine } from "./sqlite-engine.ts";
import { withStoreErrors } from "./sqlite-error.ts";

/** Opens what is kept of keys and imports, made when it is not there. Everything runs on the thread that calls it.
 *
 * @param file the database file; its folder is made too.
 * @param readOnly opens one that is there, to read it alone. */
export function openSqliteControl(file: string, readOnly = false): Promise<Control> {
  return withStoreErrors(file, () =>
    sqliteControl(
      file,
      readOnly ? openReadOnly(file, "control-migrations") : openControlDatabase(file),
    ),
  );
}

function sqliteControl(file: string, db: DatabaseSync): Control {
  return new DatabaseControl({
    ...sqliteEngine(file, db),
    loadsAtATime: "one",
    queries: queryBuilder(db),
  });
}
