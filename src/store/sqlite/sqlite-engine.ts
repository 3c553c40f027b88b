import type { DatabaseSync } from "node:sqlite";
import type { Engine } from "../engine.ts";
import { runSteps } from "./run-steps.ts";
import { withStoreErrors } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";

/** Runs steps on an open database file, on the thread that calls it. Disposing of it closes the file. */
export function sqliteEngine(file: string, db: DatabaseSync): Engine {
  return {
    run: (steps) => withStoreErrors(file, () => runSteps(db, steps())),
    write: (steps) => withStoreErrors(file, () => transaction(db, () => runSteps(db, steps()))),
    [Symbol.asyncDispose]: async () => {
      if (db.isOpen) db.close();
    },
  };
}
