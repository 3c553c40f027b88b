import type { Pool } from "pg";
import { BatchCounter } from "../batch-counter.ts";
import { DatabaseStore } from "../database-store.ts";
import type { StoreEngine } from "../engine.ts";
import type { Store } from "../store.ts";
import { openMigrated } from "./open-migrated.ts";
import { postgresDialect } from "./postgres-dialect.ts";
import { postgresEngine } from "./postgres-engine.ts";
import { withPostgresErrors } from "./postgres-error.ts";
import { postgresTransaction } from "./postgres-transaction.ts";
import { queryBuilder } from "./query-builder.ts";
import { writeRows } from "./row-writer.ts";
import { runSteps } from "./run-steps.ts";

/** Keys are looked up one by one in their index: the planner has not learned yet of a table that grows, and reads all of it, or all of an app, again and again. What was written last may be lost with the server, as long as the checkpoint goes with it. */
const settings =
  "set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_material = off; set local enable_bitmapscan = off; set local enable_seqscan = off; set local synchronous_commit = off; set local statement_timeout = 0";

/** Opens the store in a PostgreSQL database, made when it is not there. */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = await openMigrated(url);
  return new DatabaseStore({
    ...postgresEngine(url, pool),
    dialect: postgresDialect,
    queries: queryBuilder(pool),
    read: (work) => withPostgresErrors(url, work),
    writeRows: (load, rows, before, after) =>
      withPostgresErrors(url, () => writeBatch(pool, load, rows, before, after)),
  });
}

function writeBatch(
  pool: Pool,
  ...[load, rows, before, after]: Parameters<StoreEngine["writeRows"]>
): ReturnType<StoreEngine["writeRows"]> {
  return postgresTransaction(pool, async (client) => {
    await client.query(settings);
    const app = await runSteps(client, before());
    const counter = new BatchCounter();
    for (const [type, given] of Map.groupBy(rows(), (row) => row.type)) {
      const list = given.map(({ row }) => row);
      await writeRows(client, type, list, load, app, counter);
    }
    await runSteps(client, after(app, counter.counts));
    return counter.counts;
  });
}
