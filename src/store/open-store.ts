import { join } from "node:path";
import type { Store } from "./store.ts";

/** Where a store is. Plain data, so that it can be handed to a worker thread. */
export interface StoreLocation {
  /** The folder of the embedded store, made when it is not there. */
  readonly folder: string;
  /** Open it to read, and write nothing, not even to bring its schema up to date. Default: false. */
  readonly readOnly?: boolean;
}

/** Opens a store and brings its schema up to date. Rejects with a `StoreError` where it cannot. */
export async function openStore({ folder, readOnly }: StoreLocation): Promise<Store> {
  // Loaded here, because most of what a command takes to start would be this.
  const { openSqliteStore } = await import("./sqlite/sqlite-store.ts");
  return openSqliteStore(join(folder, "data.db"), readOnly);
}
