import type { Pool } from "pg";
import type { Engine } from "../engine.ts";
import { withPostgresErrors } from "./postgres-error.ts";
import { postgresTransaction } from "./postgres-transaction.ts";
import { runSteps } from "./run-steps.ts";

/** Runs steps on a pool of connections. Disposing of it closes them.
 *
 * @param url for messages */
export function postgresEngine(url: string, pool: Pool): Engine {
  return {
    run: (steps) => withPostgresErrors(url, () => runSteps(pool, steps())),
    write: (steps) =>
      withPostgresErrors(url, () =>
        postgresTransaction(pool, (client) => runSteps(client, steps())),
      ),
    [Symbol.asyncDispose]: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}
