import { builtInChannelTypes, builtInRoles } from "../../format/index.ts";
import type { App, AppSettings, Role } from "../app.ts";
import { StoreError } from "../store-error.ts";
import { ask } from "./ask.ts";
import { mustHaveRoom } from "./channel-types.ts";
import { now } from "./now.ts";
import type { Steps } from "./step.ts";

/** Makes an app with what every app has, unless there is one of that name; must run inside a transaction. Tells whether it did. */
export function* insertApp(name: string, mode: App["mode"]): Steps<boolean> {
  const [made] = yield* ask(
    "insert into apps (name, mode) values (?, ?) on conflict do nothing returning app",
    name,
    mode,
  );
  if (made === undefined) return false;
  const app = made["app"]!;
  const at = now();
  for (const name of builtInRoles) {
    yield* ask("insert into roles (app, name, created_at) values (?, ?, ?)", app, name, at);
  }
  for (const name of builtInChannelTypes) {
    const insert =
      "insert into channel_types (app, name, created_at, updated_at) values (?, ?, ?, ?)";
    yield* ask(insert, app, name, at, at);
  }
  return true;
}

/** Adds roles and channel types to an app; the limit of a channel type that it has becomes the one given, and stays where none is given. Must run inside a transaction. Throws `too_many_channel_types`. */
export function* extendApp(
  app: number,
  { roles, channelTypes }: Pick<App, "roles" | "channelTypes">,
): Steps<void> {
  const at = now();
  for (const name of roles) {
    const insert =
      "insert into roles (app, name, created_at) values (?, ?, ?) on conflict do nothing";
    yield* ask(insert, app, name, at);
  }
  for (const [name, { maxMessageLength }] of Object.entries(channelTypes)) {
    yield* ask(
      "insert into channel_types (app, name, max_message_length, created_at, updated_at) values (?, ?, ?, ?, ?) on conflict (app, name) do update set max_message_length = coalesce(excluded.max_message_length, channel_types.max_message_length), updated_at = excluded.updated_at",
      app,
      name,
      maxMessageLength,
      at,
      at,
    );
  }
  yield* mustHaveRoom(app);
}

/** Changes the settings of an app that are given; must run inside a transaction. */
export function* updateApp(
  app: number,
  { mode, confirm, multiTenant }: Partial<AppSettings>,
): Steps<void> {
  yield* ask(
    "update apps set mode = coalesce(?, mode), confirm = coalesce(?, confirm), multi_tenant = coalesce(?, multi_tenant) where app = ?",
    mode ?? null,
    confirm ?? null,
    multiTenant === undefined ? null : Number(multiTenant),
    app,
  );
}

/** The names of all apps, ascending. */
export function* appNames(): Steps<readonly string[]> {
  const rows = yield* ask("select name from apps order by name");
  return rows.map(({ name }) => name as string);
}

/** The roles of an app, by name. */
export function* readRoles(app: number): Steps<readonly Role[]> {
  const rows = yield* ask("select name, created_at from roles where app = ? order by name", app);
  return rows.map((role) => ({
    name: role["name"] as string,
    createdAt: role["created_at"] as string,
  }));
}

/** The number that rows know an app by, and whether it keeps teams apart. Throws `app_not_found`. */
export function* appScope(
  name: string,
): Steps<{ readonly app: number; readonly multiTenant: boolean }> {
  const [row] = yield* ask("select app, multi_tenant from apps where name = ?", name);
  if (row !== undefined) {
    return { app: row["app"] as number, multiTenant: row["multi_tenant"] === 1 };
  }
  const names = yield* ask("select name from apps order by name limit 10");
  throw new StoreError(
    "app_not_found",
    `There is no app "${name}".`,
    `Name one that is there: ${names.map((app) => app["name"] as string).join(", ")}.`,
  );
}

/** Reads an app. Throws `app_not_found`. */
export function* readApp(name: string): Steps<App> {
  const { app, multiTenant } = yield* appScope(name);
  const [row] = yield* ask("select mode, confirm from apps where app = ?", app);
  const types = yield* ask(
    "select name, max_message_length from channel_types where app = ? order by name",
    app,
  );
  const roles = yield* readRoles(app);
  return {
    name,
    mode: row!["mode"] as App["mode"],
    confirm: row!["confirm"] as App["confirm"],
    multiTenant,
    roles: roles.map((role) => role.name),
    channelTypes: Object.fromEntries(
      types.map((type) => [
        type["name"] as string,
        { maxMessageLength: type["max_message_length"] as number | null },
      ]),
    ),
  };
}
