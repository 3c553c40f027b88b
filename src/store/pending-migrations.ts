import { hash } from "node:crypto";
import type { Migration } from "./migration.ts";
import { StoreError } from "./store-error.ts";

/** A step as a database keeps it. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** The steps that a database does not have yet. Throws a {@link StoreError}: `store_newer` when it has steps that this program does not know, `store_migrations` when a step it has was changed or is missing.
 *
 * @param applied those that it has, by name */
export function pendingMigrations(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly (Migration & AppliedMigration)[] {
  for (const [at, { name, checksum: before }] of applied.entries()) {
    const migration = migrations[at];
    if (migration === undefined) {
      throw new StoreError(
        "store_newer",
        `The store was made by a newer version: it has ${name}, which this one does not know.`,
        "Use the newer version.",
      );
    }
    if (migration.name !== name || checksumOf(migration) !== before) {
      throw new StoreError(
        "store_migrations",
        `The store was made with ${name}, and this version has ${migration.name === name ? "another content of it" : `${migration.name} in its place`}.`,
        "Use a released version: released steps of the schema never change.",
      );
    }
  }
  return migrations
    .slice(applied.length)
    .map((migration) => ({ ...migration, checksum: checksumOf(migration) }));
}

function checksumOf(migration: Migration): string {
  return hash("sha256", migration.sql, "hex");
}
