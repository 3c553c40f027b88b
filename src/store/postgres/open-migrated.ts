import type { Pool } from "pg";
import { migrate } from "./migrate.ts";
import { openPool } from "./open-pool.ts";
import { withPostgresErrors } from "./postgres-error.ts";

/** Opens a pool of connections to a database whose schema is up to date. Rejects with a `StoreError`. */
export function openMigrated(url: string): Promise<Pool> {
  return withPostgresErrors(url, async () => {
    const pool = await openPool(url);
    try {
      await migrate(pool);
      return pool;
    } catch (error) {
      await pool.end();
      throw error;
    }
  });
}
