import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { ApiKey } from "../api-key.ts";
import { StoreError } from "../store-error.ts";
import { now } from "./now.ts";

type Row = Readonly<Record<string, string>> & { readonly revoked_at: string | null };

/** Makes a key. */
export function insertKey(db: DatabaseSync, app: string, name: string): ApiKey {
  const row = db
    .prepare(
      "insert into api_keys (key, secret, app, name, created_at) values (?, ?, ?, ?, ?) returning *",
    )
    .get(randomBytes(8).toString("hex"), randomBytes(32).toString("hex"), app, name, now());
  return keyOf(row as Row);
}

/** The keys of an app, oldest first. */
export function readKeys(db: DatabaseSync, app: string): readonly ApiKey[] {
  const rows = db.prepare("select * from api_keys where app = ? order by created_at, key").all(app);
  return rows.map((row) => keyOf(row as Row));
}

/** A key that is not revoked. */
export function readKey(db: DatabaseSync, key: string): ApiKey | undefined {
  const row = db.prepare("select * from api_keys where key = ? and revoked_at is null").get(key);
  return row && keyOf(row as Row);
}

/** Revokes a key; one that is revoked already keeps its time. Throws `key_not_found`. */
export function revokeKey(db: DatabaseSync, app: string, key: string): ApiKey {
  const row = db
    .prepare(
      "update api_keys set revoked_at = coalesce(revoked_at, ?) where app = ? and key = ? returning *",
    )
    .get(now(), app, key);
  if (row !== undefined) return keyOf(row as Row);
  throw new StoreError(
    "key_not_found",
    `The app "${app}" has no key "${key}".`,
    "List the keys of the app and name one of them; where the key is of another app, name that one.",
  );
}

function keyOf({ key, secret, app, name, created_at, revoked_at }: Row): ApiKey {
  return {
    key: key!,
    secret: secret!,
    app: app!,
    name: name!,
    createdAt: created_at!,
    revokedAt: revoked_at,
  };
}
