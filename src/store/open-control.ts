import { join } from "node:path";
import type { Control } from "./control.ts";
import type { StoreLocation } from "./open-store.ts";

/** Opens what is kept of accounts, keys and imports beside a store, and brings its schema up to date. Rejects with a `StoreError` where it cannot. */
export async function openControl({ folder, url, readOnly }: StoreLocation): Promise<Control> {
  if (url !== undefined) {
    const { openPostgresControl } = await import("./postgres/postgres-control.ts");
    return openPostgresControl(url);
  }
  const { openSqliteControl } = await import("./sqlite/sqlite-control.ts");
  return openSqliteControl(join(folder, "control.db"), readOnly);
}
