import type { Control } from "../control.ts";
import { DatabaseControl } from "../database-control.ts";
import { openMigrated } from "./open-migrated.ts";
import { postgresEngine } from "./postgres-engine.ts";
import { queryBuilder } from "./query-builder.ts";

/** Opens what is kept of accounts, keys and imports in a database, made when it is not there. */
export async function openPostgresControl(url: string): Promise<Control> {
  const pool = await openMigrated(url);
  return new DatabaseControl({
    ...postgresEngine(url, pool),
    loadsAtATime: "one-per-app",
    queries: queryBuilder(pool),
  });
}
