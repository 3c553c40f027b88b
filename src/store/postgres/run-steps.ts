import type { ClientBase, Pool } from "pg";
import type { Rows, Step, Steps } from "../statements/step.ts";
import { storable } from "./storable.ts";

/** Runs steps on a connection, or, where they need not be on one, on a pool. */
export async function runSteps<T>(client: ClientBase | Pool, steps: Steps<T>): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    const { text, values } = statementOf(next.value);
    const { rows } = await client.query<Rows[number]>(text, values);
    next = steps.next(rows);
  }
  return next.value;
}

function statementOf(step: Step): { readonly text: string; readonly values: unknown[] } {
  if ("clock" in step) {
    return {
      text: "select (extract(epoch from clock_timestamp()) * 1000)::bigint as time",
      values: [],
    };
  }
  if ("alone" in step) {
    return { text: `select pg_advisory_xact_lock(${lockKey})`, values: [step.alone] };
  }
  let at = 0;
  const numbered = step.sql.replaceAll("?", () => `$${++at}`);
  return { text: numbered + suffixes[step.keep ?? "none"], values: step.values.map(storable) };
}

const suffixes = {
  none: "",
  rows: " for update",
  free: " for update skip locked",
} as const;

/** Locks are the database's; the schema in their key keeps stores of one database apart. */
export const lockKey = "hashtextextended('chatferry ' || current_schema() || ' ' || $1, 0)";
