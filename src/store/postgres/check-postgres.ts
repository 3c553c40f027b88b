import { mustBeCurrent } from "../must-be-current.ts";
import { pendingSteps } from "./migrate.ts";
import { openPool } from "./open-pool.ts";
import { withPostgresErrors } from "./postgres-error.ts";

/** Looks whether a database can be reached, suits, and has tables of this version. Nothing is written.
 *
 * @returns what server it is, in one name; none where it has no tables yet
 * @throws StoreError */
export function checkPostgres(url: string): Promise<readonly string[]> {
  return withPostgresErrors(url, async () => {
    const pool = await openPool(url);
    try {
      const { rows } = await pool.query<{ version: string; made: number }>(
        "select split_part(current_setting('server_version'), ' ', 1) as version, (select count(*) from pg_tables where schemaname = current_schema() and tablename = 'migrations') as made",
      );
      const { version, made } = rows[0]!;
      if (made === 0) return [];
      mustBeCurrent(await pendingSteps(pool));
      return [`PostgreSQL ${version}`];
    } finally {
      await pool.end();
    }
  });
}
