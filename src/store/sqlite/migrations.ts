import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../migration.ts";
import { type AppliedMigration, pendingMigrations } from "../pending-migrations.ts";
import { readMigrations } from "../read-migrations.ts";
import { transaction } from "./transaction.ts";

/** The steps of this program, in order: of the store, or of what is kept of keys and imports. */
export function sqliteMigrations(
  of: "migrations" | "control-migrations" = "migrations",
): Migration[] {
  return readMigrations(new URL(`${of}/`, import.meta.url));
}

/** Brings the schema up to date. Several processes may do so at once. Throws as {@link pendingMigrations} does. */
export function migrate(db: DatabaseSync, migrations: readonly Migration[]): void {
  if (pendingMigrations(appliedSteps(db), migrations).length === 0) return;
  transaction(db, () => {
    db.exec(
      "create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null) strict, without rowid",
    );
    const insert = db.prepare(
      "insert into migrations (name, checksum, applied_at) values (?, ?, ?)",
    );
    // Asked again under the lock: another process may have been faster.
    for (const { name, sql, checksum } of pendingMigrations(appliedSteps(db), migrations)) {
      db.exec(sql);
      insert.run(name, checksum, new Date().toISOString());
    }
  });
}

/** The steps that a database has, by name. */
export function appliedSteps(db: DatabaseSync): readonly AppliedMigration[] {
  const known = db.prepare("select 1 from sqlite_schema where name = 'migrations'").get();
  if (known === undefined) return [];
  const rows = db.prepare("select name, checksum from migrations order by name").all();
  return rows as unknown as AppliedMigration[];
}
