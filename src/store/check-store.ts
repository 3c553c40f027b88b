import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StoreLocation } from "./open-store.ts";
import { StoreError } from "./store-error.ts";

/** Looks whether the databases of a store can be read, are of this version, and, in a folder, are whole. Nothing is written, and nobody has to wait; a large store is read for some seconds.
 *
 * @returns the names of the files, or the version of the server, that there are; none: nothing was ever imported there
 * @throws StoreError `store_damaged`, `store_older`, `store_newer`, `store_migrations` and the like */
export async function checkStore({ folder, url }: StoreLocation): Promise<readonly string[]> {
  if (url !== undefined) {
    const { checkPostgres } = await import("./postgres/check-postgres.ts");
    return checkPostgres(url);
  }
  const { openReadOnly } = await import("./sqlite/open-read-only.ts");
  const { withStoreErrors } = await import("./sqlite/sqlite-error.ts");
  const steps = { "data.db": "migrations", "control.db": "control-migrations" } as const;
  const names = (Object.keys(steps) as (keyof typeof steps)[]).filter((name) =>
    existsSync(join(folder, name)),
  );
  for (const name of names) {
    const file = join(folder, name);
    await withStoreErrors(file, () => {
      const db = openReadOnly(file, steps[name]);
      try {
        const found = db.prepare("pragma quick_check(1)").get();
        if (found?.["quick_check"] !== "ok") throw damaged(file, String(found?.["quick_check"]));
      } finally {
        db.close();
      }
    });
  }
  return names;
}

function damaged(file: string, found: string): StoreError {
  return new StoreError(
    "store_damaged",
    `The store ${file} is broken: ${found}.`,
    "Put back a copy of the folder, or name another one and load the files again.",
  );
}
