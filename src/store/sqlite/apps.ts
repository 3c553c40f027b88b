import type { DatabaseSync } from "node:sqlite";
import { builtInChannelTypes, builtInRoles } from "../../format/index.ts";
import type { App, AppSettings, Role } from "../app.ts";
import { StoreError } from "../store-error.ts";
import { mustHaveRoom } from "./channel-types.ts";
import { now } from "./now.ts";
import { transaction } from "./transaction.ts";

/** Makes an app with what every app has, unless there is one of that name. Tells whether it did. */
export function insertApp(db: DatabaseSync, name: string, mode: App["mode"]): boolean {
  return transaction(db, () => {
    const { changes, lastInsertRowid: app } = db
      .prepare("insert into apps (name, mode) values (?, ?) on conflict do nothing")
      .run(name, mode);
    if (changes === 0) return false;
    const at = now();
    const role = db.prepare("insert into roles (app, name, created_at) values (?, ?, ?)");
    for (const name of builtInRoles) role.run(app, name, at);
    const type = db.prepare(
      "insert into channel_types (app, name, created_at, updated_at) values (?, ?, ?, ?)",
    );
    for (const name of builtInChannelTypes) type.run(app, name, at, at);
    return true;
  });
}

/** Adds roles and channel types to an app; the limit of a channel type that it has becomes the one given, and stays where none is given. Must run inside a transaction. Throws `too_many_channel_types`. */
export function extendApp(
  db: DatabaseSync,
  app: number,
  { roles, channelTypes }: Pick<App, "roles" | "channelTypes">,
): void {
  const at = now();
  const role = db.prepare(
    "insert into roles (app, name, created_at) values (?, ?, ?) on conflict do nothing",
  );
  for (const name of roles) role.run(app, name, at);
  const type = db.prepare(
    "insert into channel_types (app, name, max_message_length, created_at, updated_at) values (?, ?, ?, ?, ?) on conflict do update set max_message_length = coalesce(excluded.max_message_length, max_message_length), updated_at = excluded.updated_at",
  );
  for (const [name, { maxMessageLength }] of Object.entries(channelTypes)) {
    type.run(app, name, maxMessageLength, at, at);
  }
  mustHaveRoom(db, app);
}

/** Changes the settings of an app that are given; must run inside a transaction. */
export function updateApp(
  db: DatabaseSync,
  app: number,
  { mode, confirm, multiTenant }: Partial<AppSettings>,
): void {
  db.prepare(
    "update apps set mode = coalesce(?, mode), confirm = coalesce(?, confirm), multi_tenant = coalesce(?, multi_tenant) where app = ?",
  ).run(mode ?? null, confirm ?? null, multiTenant === undefined ? null : Number(multiTenant), app);
}

/** The names of all apps, ascending. */
export function appNames(db: DatabaseSync): readonly string[] {
  return db
    .prepare("select name from apps order by name")
    .all()
    .map(({ name }) => name as string);
}

/** The roles of an app, by name. */
export function readRoles(db: DatabaseSync, app: number): readonly Role[] {
  return db
    .prepare("select name, created_at from roles where app = ? order by name")
    .all(app)
    .map((role) => ({ name: role["name"] as string, createdAt: role["created_at"] as string }));
}

/** The number that rows know an app by, and whether it keeps teams apart. Throws `app_not_found`. */
export function appScope(
  db: DatabaseSync,
  name: string,
): { readonly app: number; readonly multiTenant: boolean } {
  const row = db.prepare("select app, multi_tenant from apps where name = ?").get(name);
  if (row !== undefined) {
    return { app: row["app"] as number, multiTenant: row["multi_tenant"] === 1 };
  }
  const names = db.prepare("select name from apps order by name limit 10").all();
  throw new StoreError(
    "app_not_found",
    `There is no app "${name}".`,
    `Name one that is there: ${names.map((app) => app["name"] as string).join(", ")}.`,
  );
}

/** The number that rows know an app by. Throws `app_not_found`. */
export function appNumber(db: DatabaseSync, name: string): number {
  return appScope(db, name).app;
}

/** Reads an app. Throws `app_not_found`. */
export function readApp(db: DatabaseSync, name: string): App {
  const { app, multiTenant } = appScope(db, name);
  const row = db.prepare("select mode, confirm from apps where app = ?").get(app)!;
  const types = db
    .prepare("select name, max_message_length from channel_types where app = ? order by name")
    .all(app);
  return {
    name,
    mode: row["mode"] as App["mode"],
    confirm: row["confirm"] as App["confirm"],
    multiTenant,
    roles: readRoles(db, app).map((role) => role.name),
    channelTypes: Object.fromEntries(
      types.map((type) => [
        type["name"] as string,
        { maxMessageLength: type["max_message_length"] as number | null },
      ]),
    ),
  };
}
