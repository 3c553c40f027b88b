import { join } from "node:path";
import type { Control } from "./control.ts";
import type { StoreLocation } from "./open-store.ts";
import { openSqliteControl } from "./sqlite/sqlite-control.ts";

/** Opens what is kept of keys and imports beside a store, and brings its schema up to date. Rejects with a `StoreError` where it cannot. */
export function openControl({ folder }: StoreLocation): Promise<Control> {
  return openSqliteControl(join(folder, "control.db"));
}
