import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { storable } from "./storable.ts";

/** Lets Kysely build queries and run them on a pool. It holds nothing of its own: closing the pool is enough. */
export function queryBuilder<Tables>(pool: Pool): Kysely<Tables> {
  return new Kysely({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        end: () => pool.end(),
        async connect() {
          const client = await pool.connect();
          return {
            query: (sql: string, values: readonly unknown[]) =>
              client.query(sql, values.map(storable)),
            release: () => client.release(),
          } as never;
        },
      },
    }),
  });
}
