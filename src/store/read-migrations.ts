import { readdirSync, readFileSync } from "node:fs";
import type { Migration } from "./migration.ts";

/** Reads the steps of a schema, in order.
 *
 * @param folder ends with a slash */
export function readMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => ({ name, sql: readFileSync(new URL(name, folder), "utf8") }));
}
