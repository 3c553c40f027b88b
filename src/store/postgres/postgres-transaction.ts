import type { Pool, PoolClient } from "pg";

/** A deadlock, or a conflict of transactions: another try finds the way free. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const passing = new Set(["40001", "40P01"]);
const attempts = 5;

/** Runs `work` in a transaction on a connection of its own: all of it is written, or nothing. It is run again when other transactions stood in its way. */
export async function postgresTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const result = await work(client);
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      const undone = await client.query("rollback").then(
        () => true,
        () => false,
      );
      // A connection that cannot even go back is no use to anybody.
      client.release(!undone);
      if (attempt === attempts || !passing.has(String((error as { code?: string }).code)))
        throw error;
    }
  }
}
