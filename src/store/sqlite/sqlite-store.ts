import type { DatabaseSync } from "node:sqlite";
import type { Kysely } from "kysely";
import type { ItemKey, KnownItem } from "../../analyse/index.ts";
import { type CheckedItem, type ItemTypeName, parseTime } from "../../format/index.ts";
import type { App, AppSettings, Role } from "../app.ts";
import type { ChannelType, ChannelTypeConfig } from "../channel-type.ts";
import { byType } from "../by-type.ts";
import type { LoadRequest } from "../load-request.ts";
import type { Checkpoint, LoadState } from "../load-state.ts";
import type {
  ChannelDetails,
  ChannelDetailsQuery,
  ChannelUnread,
  ItemMap,
  MessageDetails,
} from "../details.ts";
import { bans } from "../queries/bans.ts";
import { channelDetails } from "../queries/channel-details.ts";
import { channels } from "../queries/channels.ts";
import { devices } from "../queries/devices.ts";
import { channelsById, messagesById, usersById } from "../queries/items-by-key.ts";
import { knownItems } from "../queries/known-items.ts";
import { latestReplies } from "../queries/latest-replies.ts";
import { members } from "../queries/members.ts";
import { messageDetails } from "../queries/message-details.ts";
import { messages } from "../queries/messages.ts";
import type { QueryScope } from "../queries/query-scope.ts";
import { reactions } from "../queries/reactions.ts";
import { replies } from "../queries/replies.ts";
import { search } from "../queries/search.ts";
import { threads } from "../queries/threads.ts";
import { unread } from "../queries/unread.ts";
import { users } from "../queries/users.ts";
import type {
  ChannelQuery,
  ListQuery,
  MessageQuery,
  NotFound,
  Page,
  PresentedItem,
  SearchQuery,
  ThreadQuery,
} from "../query.ts";
import type { Reconciliation } from "../reconciliation.ts";
import { mustTakeImports } from "../must-take-imports.ts";
import { rowOf } from "../row.ts";
import { StoreError } from "../store-error.ts";
import type { Store } from "../store.ts";
import { type ItemTables, tables } from "../tables.ts";
import {
  appNames,
  appNumber,
  appScope,
  extendApp,
  insertApp,
  readApp,
  readRoles,
  updateApp,
} from "./apps.ts";
import {
  createChannelType,
  deleteChannelType,
  readChannelTypes,
  updateChannelType,
} from "./channel-types.ts";
import { type ItemWriter, itemWriter } from "./item-writer.ts";
import { addCounts, type BatchCounts, sum } from "./load-counts.ts";
import { advance, beginLoad, finishedReconciliation, finishLoad } from "./loads.ts";
import { openDatabase } from "./open-database.ts";
import { openReadOnly } from "./open-read-only.ts";
import { queryBuilder } from "./query-builder.ts";
import { indexMessages, newestMessage } from "./search-index.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { withStoreErrors } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";

/** Opens the embedded store, made when it is not there.
 *
 * @param file the database file; its folder is made too.
 * @param readOnly open what is there, and write nothing. */
export function openSqliteStore(file: string, readOnly = false): Promise<SqliteStore> {
  return withStoreErrors(
    file,
    () => new SqliteStore(file, readOnly ? openReadOnly(file) : openDatabase(file)),
  );
}

/** The store on one SQLite file. Everything runs on the thread that calls it; what writes for long belongs into a thread of its own. */
export class SqliteStore implements Store {
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #queries: Kysely<ItemTables>;
  readonly #writers: Partial<Record<ItemTypeName, ItemWriter>> = {};

  /** @param db as {@link openDatabase} gives it; the store closes it. */
  constructor(file: string, db: DatabaseSync) {
    this.#file = file;
    this.#db = db;
    this.#queries = queryBuilder(db);
  }

  createApp(name: string, mode: App["mode"]): Promise<App> {
    return this.#run(() => {
      if (insertApp(this.#db, name, mode)) return readApp(this.#db, name);
      throw new StoreError(
        "app_exists",
        `There is an app "${name}" already.`,
        "Use it, or take another name.",
      );
    });
  }

  app(name: string): Promise<App> {
    return this.#run(() => readApp(this.#db, name));
  }

  apps(): Promise<readonly App[]> {
    return this.#run(() => appNames(this.#db).map((name) => readApp(this.#db, name)));
  }

  async updateApp(name: string, settings: Partial<AppSettings>): Promise<App> {
    await this.#write(name, (app) => updateApp(this.#db, app, settings));
    return this.app(name);
  }

  async extendApp(name: string, more: Pick<App, "roles" | "channelTypes">): Promise<App> {
    await this.#write(name, (app) => extendApp(this.#db, app, more));
    return this.app(name);
  }

  roles(app: string): Promise<readonly Role[]> {
    return this.#run(() => readRoles(this.#db, appNumber(this.#db, app)));
  }

  channelTypes(app: string): Promise<readonly ChannelType[]> {
    return this.#run(() => readChannelTypes(this.#db, appNumber(this.#db, app)));
  }

  createChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType> {
    return this.#write(app, (number) => createChannelType(this.#db, number, name, config));
  }

  updateChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType> {
    return this.#write(app, (number) => updateChannelType(this.#db, number, name, config));
  }

  deleteChannelType(app: string, name: string): Promise<void> {
    return this.#write(app, (number) => deleteChannelType(this.#db, number, name));
  }

  knownItems(app: string, keys: readonly ItemKey[]): Promise<readonly KnownItem[]> {
    return this.#run(() => knownItems(this.#queries, appNumber(this.#db, app), keys));
  }

  countItems(app: string): Promise<Readonly<Record<ItemTypeName, number>>> {
    return this.#run(() => {
      const number = appNumber(this.#db, app);
      return byType((type) => {
        const count = this.#db.prepare(`select count(*) as n from ${tables[type]} where app = ?`);
        return count.get(number)!["n"] as number;
      });
    });
  }

  beginLoad(request: LoadRequest): Promise<LoadState> {
    return this.#write(request.app, (app) => {
      mustTakeImports(readApp(this.#db, request.app));
      return beginLoad(this.#db, app, request);
    });
  }

  writeItems(load: LoadState, items: readonly CheckedItem[], next: Checkpoint): Promise<LoadState> {
    return this.#write(load.app, (app) => {
      advance(this.#db, app, load, next);
      const counts: BatchCounts = {
        outcomes: byType(() => ({ created: 0, updated: 0, unchanged: 0, skipped: 0 })),
        superseded: new Map(),
      };
      const newest = newestMessage(this.#db);
      const rewordedIds: string[] = [];
      let { index } = load.checkpoint;
      for (const { type, item } of items) {
        const row = rowOf(type, item, load.fingerprint, index++);
        const write = (this.#writers[type] ??= itemWriter(this.#db, type));
        const { outcome, superseded, reworded } = write(row, load, app);
        counts.outcomes[type][outcome] += 1;
        if (reworded) rewordedIds.push(String(row[0]));
        if (superseded !== undefined) {
          const rows = counts.superseded.get(superseded) ?? byType(() => 0);
          rows[type] += 1;
          counts.superseded.set(superseded, rows);
        }
      }
      indexMessages(this.#db, app, newest, rewordedIds);
      addCounts(this.#db, app, load.id, counts);
      return { ...load, checkpoint: next, counts: sum(load.counts, counts.outcomes) };
    });
  }

  async finishLoad(load: LoadState): Promise<Reconciliation> {
    // What is said to be complete survives a power cut: this commit brings all before it to the disk.
    this.#db.exec("pragma synchronous = full");
    const { reconciliation, differences } = await this.#write(load.app, (app) =>
      finishLoad(this.#db, app, load),
    ).finally(() => this.#db.exec("pragma synchronous = normal"));
    if (differences.length === 0) return reconciliation;
    throw new StoreError(
      "reconciliation_mismatch",
      `The load of ${load.fileName} does not add up: ${differences.join("; ")}.`,
      "Load the file again: what is there already stays as it is, and what is missing is added.",
    );
  }

  reconciliation(app: string, load: number): Promise<Reconciliation | undefined> {
    return this.#run(() => finishedReconciliation(this.#db, appNumber(this.#db, app), load));
  }

  users(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => users(this.#queries, scope, query));
  }

  channels(app: string, query: ChannelQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => channels(this.#queries, scope, query));
  }

  members(app: string, cid: string, query: ListQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => members(this.#queries, scope, cid, query));
  }

  messages(app: string, cid: string, query: MessageQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => messages(this.#queries, scope, cid, query));
  }

  replies(app: string, parentId: string, query: MessageQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => replies(this.#queries, scope, parentId, query));
  }

  reactions(app: string, messageId: string, query: ListQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => reactions(this.#queries, scope, messageId, query));
  }

  search(app: string, query: SearchQuery): Promise<Page> {
    return this.#ask(app, query, (scope) => search(this.#queries, scope, query));
  }

  threads(app: string, query: ThreadQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => threads(this.#queries, scope, query));
  }

  devices(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => devices(this.#queries, scope, query));
  }

  bans(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => bans(this.#queries, scope, query));
  }

  usersById(app: string, ids: readonly string[]): Promise<ItemMap> {
    return this.#ask(app, {}, (scope) => usersById(this.#queries, scope, ids));
  }

  channelsById(app: string, cids: readonly string[], viewer?: string): Promise<ItemMap> {
    return this.#ask(app, { viewer }, (scope) => channelsById(this.#queries, scope, cids));
  }

  messagesById(app: string, ids: readonly string[], viewer?: string): Promise<ItemMap> {
    return this.#ask(app, { viewer }, (scope) => messagesById(this.#queries, scope, ids));
  }

  channelDetails(
    app: string,
    cids: readonly string[],
    query: ChannelDetailsQuery,
  ): Promise<ReadonlyMap<string, ChannelDetails>> {
    return this.#ask(app, query, (scope) => channelDetails(this.#queries, scope, cids, query));
  }

  messageDetails(
    app: string,
    ids: readonly string[],
    query: { readonly viewer?: string; readonly user?: string } = {},
  ): Promise<ReadonlyMap<string, MessageDetails>> {
    return this.#ask(app, query, (scope) => messageDetails(this.#queries, scope, ids));
  }

  latestReplies(
    app: string,
    ids: readonly string[],
    most: number,
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly PresentedItem[]>> {
    return this.#ask(app, { viewer }, (scope) => latestReplies(this.#queries, scope, ids, most));
  }

  unread(
    app: string,
    users: readonly string[],
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly ChannelUnread[]>> {
    return this.#ask(app, { viewer }, (scope) => unread(this.#queries, scope, users));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  #run<T>(work: () => T | Promise<T>): Promise<T> {
    return withStoreErrors(this.#file, work);
  }

  #ask<T>(
    app: string,
    { viewer, user }: Pick<QueryScope, "viewer" | "user">,
    work: (scope: QueryScope) => Promise<T>,
  ): Promise<T> {
    return this.#run(() => {
      const now = parseTime(new Date().toISOString())!;
      return work({ dialect: sqliteDialect, ...appScope(this.#db, app), now, viewer, user });
    });
  }

  #write<T>(app: string, work: (app: number) => T): Promise<T> {
    return this.#run(() => transaction(this.#db, () => work(appNumber(this.#db, app))));
  }
}
