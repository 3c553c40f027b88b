import { join } from "node:path";
import type { Store } from "./store.ts";

/** Where a store is. Plain data, so that it can be handed to a worker thread. */
export interface StoreLocation {
  /** The folder of the embedded store and of files, made when it is not there. */
  readonly folder: string;
  /** The address of a PostgreSQL database, `postgres://…`, that has the tables instead of the folder. Default: the folder has them. */
  readonly url?: string;
  /** Open the embedded store to read, and write nothing, not even to bring its schema up to date. Default: false. */
  readonly readOnly?: boolean;
}

/** Opens a store and brings its schema up to date. Rejects with a `StoreError` where it cannot. */
export async function openStore({ folder, url, readOnly }: StoreLocation): Promise<Store> {
  // Loaded here, because most of what a command takes to start would be this.
  if (url !== undefined) {
    const { openPostgresStore } = await import("./postgres/postgres-store.ts");
    return openPostgresStore(url);
  }
  const { openSqliteStore } = await import("./sqlite/sqlite-store.ts");
  return openSqliteStore(join(folder, "data.db"), readOnly);
}
