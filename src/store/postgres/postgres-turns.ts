import { Client } from "pg";
import type { Turns } from "../take-turn.ts";
import { connectionString } from "./connection-string.ts";
import { withPostgresErrors } from "./postgres-error.ts";
import { lockKey } from "./run-steps.ts";

/** The turns of loads into one app of a database: a lock of a connection that is held from the beginning of a load to its end. The server lets go of it when the connection ends, in whatever way. */
export function postgresTurns(url: string, app: string): Promise<Turns> {
  return withPostgresErrors(url, async () => {
    const client = new Client({ connectionString: connectionString(url), keepAlive: true });
    let whenLost = (_why: Error) => {};
    client.on("error", (error) => whenLost(error));
    await client.connect();
    return {
      tryOnce: () =>
        withPostgresErrors(url, async () => {
          const { rows } = await client.query<{ held: boolean }>(
            `select pg_try_advisory_lock(${lockKey}) as held`,
            [`load ${app}`],
          );
          return rows[0]!.held;
        }),
      onLost: (tell) => {
        whenLost = (why) => void withPostgresErrors(url, () => Promise.reject(why)).catch(tell);
      },
      [Symbol.asyncDispose]: () => client.end(),
    };
  });
}
