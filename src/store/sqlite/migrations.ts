import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "../store-error.ts";
import { transaction } from "./transaction.ts";

/** A step of the schema. Steps go forward only, and are never changed once released. */
export interface Migration {
  /** The name of its file: four digits, a dash and what it is about. */
  readonly name: string;
  readonly sql: string;
}

/** The steps of this program, in order: of the store, or of what is kept of keys and imports. */
export function readMigrations(
  of: "migrations" | "control-migrations" = "migrations",
): Migration[] {
  const folder = new URL(`${of}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => ({ name, sql: readFileSync(new URL(name, folder), "utf8") }));
}

/** Brings the schema up to date. Several processes may do so at once. Throws a {@link StoreError}: `store_newer` when the database has steps that this program does not know, `store_migrations` when a step it has was changed or is missing. */
export function migrate(db: DatabaseSync, migrations: readonly Migration[]): void {
  if (pending(db, migrations).length === 0) return;
  transaction(db, () => {
    db.exec(
      "create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null) strict, without rowid",
    );
    const insert = db.prepare(
      "insert into migrations (name, checksum, applied_at) values (?, ?, ?)",
    );
    // Asked again under the lock: another process may have been faster.
    for (const migration of pending(db, migrations)) {
      db.exec(migration.sql);
      insert.run(migration.name, checksum(migration), new Date().toISOString());
    }
  });
}

/** Throws a {@link StoreError} unless the schema is up to date: as {@link migrate} does, and `store_older` when steps are missing. */
export function mustBeCurrent(db: DatabaseSync, migrations: readonly Migration[]): void {
  if (pending(db, migrations).length === 0) return;
  throw new StoreError(
    "store_older",
    "The store was made by an older version, and cannot be brought up to date where it may not be written.",
    "Make its folder writable and ask again, or copy the folder and name the copy.",
  );
}

function pending(db: DatabaseSync, migrations: readonly Migration[]): readonly Migration[] {
  const applied = appliedSteps(db);
  for (const [at, { name, checksum: before }] of applied.entries()) {
    const migration = migrations[at];
    if (migration === undefined) {
      throw new StoreError(
        "store_newer",
        `The store was made by a newer version: it has ${name}, which this one does not know.`,
        "Use the newer version.",
      );
    }
    if (migration.name !== name || checksum(migration) !== before) {
      throw new StoreError(
        "store_migrations",
        `The store was made with ${name}, and this version has ${migration.name === name ? "another content of it" : `${migration.name} in its place`}.`,
        "Use a released version: released steps of the schema never change.",
      );
    }
  }
  return migrations.slice(applied.length);
}

function appliedSteps(db: DatabaseSync): { name: string; checksum: string }[] {
  const known = db.prepare("select 1 from sqlite_schema where name = 'migrations'").get();
  if (known === undefined) return [];
  const rows = db.prepare("select name, checksum from migrations order by name").all();
  return rows as { name: string; checksum: string }[];
}

function checksum(migration: Migration): string {
  return hash("sha256", migration.sql, "hex");
}
