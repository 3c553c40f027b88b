import type { ClientBase, Pool } from "pg";
import { type AppliedMigration, pendingMigrations } from "../pending-migrations.ts";
import { readMigrations } from "../read-migrations.ts";
import { defaultApp } from "../app.ts";
import { insertApp } from "../statements/apps.ts";
import { letterRows } from "./letter-rows.ts";
import { copyRows } from "./copy-rows.ts";
import { postgresTransaction } from "./postgres-transaction.ts";
import { lockKey, runSteps } from "./run-steps.ts";

/** Makes the tables in the first schema of the search path, with the default app, or brings them up to date. Several processes may do so at once. Throws as {@link pendingMigrations} does. */
export async function migrate(pool: Pool): Promise<void> {
  if ((await pendingSteps(pool)).length === 0) return;
  await postgresTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(${lockKey})`, ["migrations"]);
    await client.query(
      'create table if not exists migrations (name text collate "C" primary key, checksum text not null, applied_at timestamptz not null)',
    );
    // Asked again under the lock: another process may have been faster.
    for (const { name, sql, checksum } of await pendingSteps(client)) {
      await client.query(sql);
      await client.query("insert into migrations values ($1, $2, now())", [name, checksum]);
    }
    const { rows } = await client.query("select 1 from search_letters limit 1");
    if (rows.length === 0) {
      await copyRows(client, "search_letters (first, last, kind, folded)", letterRows());
    }
    await runSteps(client, insertApp(defaultApp, "development"));
  });
}

/** The steps that the database lacks. */
export async function pendingSteps(
  client: ClientBase | Pool,
): Promise<ReturnType<typeof pendingMigrations>> {
  const { rows: known } = await client.query(
    "select 1 from pg_tables where schemaname = current_schema() and tablename = 'migrations'",
  );
  const applied =
    known.length === 0
      ? []
      : (
          await client.query<AppliedMigration>(
            "select name, checksum from migrations order by name",
          )
        ).rows;
  return pendingMigrations(applied, readMigrations(new URL("migrations/", import.meta.url)));
}
