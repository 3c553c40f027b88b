import { parseJson } from "../../format/index.ts";
import {
  type ChannelType,
  type ChannelTypeConfig,
  channelTypeDefaults,
  mostChannelTypes,
} from "../channel-type.ts";
import { mustBeChannelType } from "../must-be-channel-type.ts";
import { StoreError } from "../store-error.ts";
import { ask } from "./ask.ts";
import { askAndKeep } from "./ask-and-keep.ts";
import { now } from "./now.ts";
import type { SqlValue, Steps } from "./step.ts";

type Row = Readonly<Record<"name" | "config" | "created_at" | "updated_at", string>> & {
  readonly max_message_length: number | null;
};

/** The channel types of an app, by name. */
export function* readChannelTypes(app: number): Steps<readonly ChannelType[]> {
  const rows = yield* ask("select * from channel_types where app = ? order by name", app);
  return rows.map((row) => channelTypeOf(row as Row));
}

/** Makes a channel type; must run inside a transaction. Throws `channel_type_exists`, `too_many_channel_types` or `invalid_channel_type`. */
export function* createChannelType(
  app: number,
  name: string,
  config: Partial<ChannelTypeConfig>,
): Steps<ChannelType> {
  mustBeChannelType(name, config);
  const at = now();
  const [row] = yield* ask(
    "insert into channel_types (app, name, max_message_length, config, created_at, updated_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing returning *",
    app,
    name,
    ...columnsOf(config),
    at,
    at,
  );
  if (row === undefined) {
    throw new StoreError(
      "channel_type_exists",
      `The app has a channel type "${name}" already.`,
      "Update it, or take another name.",
    );
  }
  yield* mustHaveRoom(app);
  return channelTypeOf(row as Row);
}

/** Sets fields of a channel type; those that are left out stay. Must run inside a transaction. Throws `channel_type_not_found` or `invalid_channel_type`. */
export function* updateChannelType(
  app: number,
  name: string,
  config: Partial<ChannelTypeConfig>,
): Steps<ChannelType> {
  const select = "select * from channel_types where app = ? and name = ?";
  const [stored] = yield* askAndKeep(select, [app, name]);
  if (stored === undefined) throw notFound(name);
  const { max_message_length: length, config: kept } = stored as Row;
  const merged = {
    ...(parseJson(kept) as Partial<ChannelTypeConfig>),
    ...(length === null ? {} : { max_message_length: length }),
    ...config,
  };
  mustBeChannelType(name, merged);
  const [row] = yield* ask(
    "update channel_types set max_message_length = ?, config = ?, updated_at = ? where app = ? and name = ? returning *",
    ...columnsOf(merged),
    now(),
    app,
    name,
  );
  return channelTypeOf(row as Row);
}

/** Deletes a channel type; must run inside a transaction. Throws `channel_type_not_found`, or `channel_type_in_use` when there are channels of that type. */
export function* deleteChannelType(app: number, name: string): Steps<void> {
  // The key of a channel begins with its type, so that this is a search and no scan.
  const [used] = yield* ask(
    "select cid from channels where app = ? and cid >= ? and cid < ? limit 1",
    app,
    `${name}:`,
    `${name};`,
  );
  if (used !== undefined) {
    throw new StoreError(
      "channel_type_in_use",
      `There are channels of the type "${name}", for example ${used["cid"] as string}.`,
      "Keep the type, or have these channels in another app.",
    );
  }
  const gone = yield* ask(
    "delete from channel_types where app = ? and name = ? returning name",
    app,
    name,
  );
  if (gone.length === 0) throw notFound(name);
}

/** Throws `too_many_channel_types` when an app has more than it may; the transaction it runs in is then undone. */
export function* mustHaveRoom(app: SqlValue): Steps<void> {
  const [row] = yield* ask("select count(*) as n from channel_types where app = ?", app);
  if ((row!["n"] as number) <= mostChannelTypes) return;
  throw new StoreError(
    "too_many_channel_types",
    `An app can have ${mostChannelTypes} channel types, and this would be one too many.`,
    "Delete one that no channel uses.",
  );
}

function columnsOf({
  max_message_length: length,
  ...config
}: Partial<ChannelTypeConfig>): [number | null, string] {
  return [length ?? null, JSON.stringify(config)];
}

function channelTypeOf(row: Row): ChannelType {
  const { max_message_length: length } = row;
  return {
    name: row.name,
    config: {
      ...channelTypeDefaults,
      ...(parseJson(row.config) as Partial<ChannelTypeConfig>),
      ...(length === null ? {} : { max_message_length: length }),
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function notFound(name: string): StoreError {
  return new StoreError(
    "channel_type_not_found",
    `The app has no channel type "${name.slice(0, 64)}".`,
    "List the channel types of the app and name one of them.",
  );
}
