import type { DatabaseSync } from "node:sqlite";
import type { Rows, Steps } from "../statements/step.ts";

/** Runs steps at once, on the thread that calls it. What is to be kept from others needs no more than the transaction: SQLite has one writer. */
export function runSteps<T>(db: DatabaseSync, steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    if ("sql" in step) next = steps.next(db.prepare(step.sql).all(...step.values) as Rows);
    else next = steps.next("clock" in step ? [{ time: Date.now() }] : []);
  }
  return next.value;
}
