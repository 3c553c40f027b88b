import { randomBytes } from "node:crypto";
import type { ApiKey } from "../api-key.ts";
import { StoreError } from "../store-error.ts";
import { ask } from "./ask.ts";
import { now } from "./now.ts";
import type { Rows, Steps } from "./step.ts";

/** Makes a key. */
export function* insertKey(app: string, name: string): Steps<ApiKey> {
  const [row] = yield* ask(
    "insert into api_keys (key, secret, app, name, created_at) values (?, ?, ?, ?, ?) returning *",
    randomBytes(8).toString("hex"),
    randomBytes(32).toString("hex"),
    app,
    name,
    now(),
  );
  return keyOf(row!);
}

/** The keys of an app, oldest first. */
export function* readKeys(app: string): Steps<readonly ApiKey[]> {
  const rows = yield* ask("select * from api_keys where app = ? order by created_at, key", app);
  return rows.map(keyOf);
}

/** A key that is not revoked. */
export function* readKey(key: string): Steps<ApiKey | undefined> {
  const [row] = yield* ask("select * from api_keys where key = ? and revoked_at is null", key);
  return row && keyOf(row);
}

/** Revokes a key; one that is revoked already keeps its time. Throws `key_not_found`. */
export function* revokeKey(app: string, key: string): Steps<ApiKey> {
  const [row] = yield* ask(
    "update api_keys set revoked_at = coalesce(revoked_at, ?) where app = ? and key = ? returning *",
    now(),
    app,
    key,
  );
  if (row !== undefined) return keyOf(row);
  throw new StoreError(
    "key_not_found",
    `The app "${app}" has no key "${key}".`,
    "List the keys of the app and name one of them; where the key is of another app, name that one.",
  );
}

function keyOf(row: Rows[number]): ApiKey {
  return {
    key: row["key"] as string,
    secret: row["secret"] as string,
    app: row["app"] as string,
    name: row["name"] as string,
    createdAt: row["created_at"] as string,
    revokedAt: row["revoked_at"] as string | null,
  };
}
