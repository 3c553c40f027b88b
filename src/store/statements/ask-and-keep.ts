import type { Rows, SqlValue, Steps } from "./step.ts";

/** Reads rows that the transaction will change, and keeps others from changing them meanwhile.
 *
 * @param free pass over rows that others keep, instead of waiting for them */
export function* askAndKeep(sql: string, values: readonly SqlValue[], free = false): Steps<Rows> {
  return yield { sql, values, keep: free ? "free" : "rows" };
}
