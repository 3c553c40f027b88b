import type { Rows, SqlValue, Steps } from "./step.ts";

/** Runs one statement and gives its rows.
 *
 * @param sql with `?` for each of the values */
export function* ask(sql: string, ...values: readonly SqlValue[]): Steps<Rows> {
  return yield { sql, values };
}
