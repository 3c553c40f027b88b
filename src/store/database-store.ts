import type { ItemKey, KnownItem } from "../analyse/index.ts";
import { type CheckedItem, type ItemTypeName, itemTypeNames } from "../format/index.ts";
import type { App, AppSettings, Role } from "./app.ts";
import type { ChannelType, ChannelTypeConfig } from "./channel-type.ts";
import type { LoadRequest } from "./load-request.ts";
import type { Checkpoint, LoadState } from "./load-state.ts";
import type {
  ChannelDetails,
  ChannelDetailsQuery,
  ChannelUnread,
  ItemMap,
  MessageDetails,
} from "./details.ts";
import { bans } from "./queries/bans.ts";
import { channelDetails } from "./queries/channel-details.ts";
import { channels } from "./queries/channels.ts";
import { devices } from "./queries/devices.ts";
import { channelsById, messagesById, usersById } from "./queries/items-by-key.ts";
import { knownItems } from "./queries/known-items.ts";
import { latestReplies } from "./queries/latest-replies.ts";
import { members } from "./queries/members.ts";
import { messageDetails } from "./queries/message-details.ts";
import { messages } from "./queries/messages.ts";
import type { QueryScope } from "./queries/query-scope.ts";
import { reactions } from "./queries/reactions.ts";
import { replies } from "./queries/replies.ts";
import { search } from "./queries/search.ts";
import { threads } from "./queries/threads.ts";
import { unread } from "./queries/unread.ts";
import { users } from "./queries/users.ts";
import type {
  ChannelQuery,
  ListQuery,
  MessageQuery,
  NotFound,
  Page,
  PresentedItem,
  SearchQuery,
  ThreadQuery,
} from "./query.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { mustTakeImports } from "./must-take-imports.ts";
import { rowOf } from "./row.ts";
import { StoreError } from "./store-error.ts";
import type { Store } from "./store.ts";
import { tables } from "./tables.ts";
import {
  appNames,
  appScope,
  extendApp,
  insertApp,
  readApp,
  readRoles,
  updateApp,
} from "./statements/apps.ts";
import {
  createChannelType,
  deleteChannelType,
  readChannelTypes,
  updateChannelType,
} from "./statements/channel-types.ts";
import { ask } from "./statements/ask.ts";
import { addCounts, sum } from "./statements/load-counts.ts";
import { advance, beginLoad, finishedReconciliation, finishLoad } from "./statements/loads.ts";
import { now } from "./statements/now.ts";
import type { Steps } from "./statements/step.ts";
import type { StoreEngine } from "./engine.ts";

/** Apps and items in a database. */
export class DatabaseStore implements Store {
  readonly #engine: StoreEngine;

  /** @param engine the store closes it */
  constructor(engine: StoreEngine) {
    this.#engine = engine;
  }

  createApp(name: string, mode: App["mode"]): Promise<App> {
    return this.#engine.write(function* () {
      if (yield* insertApp(name, mode)) return yield* readApp(name);
      throw new StoreError(
        "app_exists",
        `There is an app "${name}" already.`,
        "Use it, or take another name.",
      );
    });
  }

  app(name: string): Promise<App> {
    return this.#engine.run(() => readApp(name));
  }

  apps(): Promise<readonly App[]> {
    return this.#engine.run(function* () {
      const apps: App[] = [];
      for (const name of yield* appNames()) apps.push(yield* readApp(name));
      return apps;
    });
  }

  async updateApp(name: string, settings: Partial<AppSettings>): Promise<App> {
    await this.#write(name, (app) => updateApp(app, settings));
    return this.app(name);
  }

  async extendApp(name: string, more: Pick<App, "roles" | "channelTypes">): Promise<App> {
    await this.#write(name, (app) => extendApp(app, more));
    return this.app(name);
  }

  roles(app: string): Promise<readonly Role[]> {
    return this.#within(app, readRoles);
  }

  channelTypes(app: string): Promise<readonly ChannelType[]> {
    return this.#within(app, readChannelTypes);
  }

  createChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType> {
    return this.#write(app, (number) => createChannelType(number, name, config));
  }

  updateChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType> {
    return this.#write(app, (number) => updateChannelType(number, name, config));
  }

  deleteChannelType(app: string, name: string): Promise<void> {
    return this.#write(app, (number) => deleteChannelType(number, name));
  }

  knownItems(app: string, keys: readonly ItemKey[]): Promise<readonly KnownItem[]> {
    return this.#ask(app, {}, (scope) => knownItems(this.#engine.queries, scope.app, keys));
  }

  countItems(app: string): Promise<Readonly<Record<ItemTypeName, number>>> {
    return this.#within(app, function* (number) {
      const counts = {} as Record<ItemTypeName, number>;
      for (const type of itemTypeNames) {
        const count = `select count(*) as n from ${tables[type]} where app = ?`;
        const [row] = yield* ask(count, number);
        counts[type] = row!["n"] as number;
      }
      return counts;
    });
  }

  beginLoad(request: LoadRequest): Promise<LoadState> {
    return this.#write(request.app, function* (app) {
      mustTakeImports(yield* readApp(request.app));
      return yield* beginLoad(app, request);
    });
  }

  async writeItems(
    load: LoadState,
    items: readonly CheckedItem[],
    next: Checkpoint,
  ): Promise<LoadState> {
    const { fingerprint, checkpoint } = load;
    const { outcomes } = await this.#engine.writeRows(
      load,
      () =>
        items.map(({ type, item }, i) => ({
          type,
          row: rowOf(type, item, fingerprint, checkpoint.index + i),
        })),
      function* () {
        const { app } = yield* appScope(load.app);
        yield* advance(app, load, next);
        return app;
      },
      (app, counts) => addCounts(app, load.id, counts),
    );
    return { ...load, checkpoint: next, counts: sum(load.counts, outcomes) };
  }

  async finishLoad(load: LoadState): Promise<Reconciliation> {
    const { reconciliation, differences } = await this.#write(load.app, (app) =>
      finishLoad(app, load),
    );
    if (differences.length === 0) return reconciliation;
    throw new StoreError(
      "reconciliation_mismatch",
      `The load of ${load.fileName} does not add up: ${differences.join("; ")}.`,
      "Load the file again: what is there already stays as it is, and what is missing is added.",
    );
  }

  reconciliation(app: string, load: number): Promise<Reconciliation | undefined> {
    return this.#within(app, (number) => finishedReconciliation(number, load));
  }

  users(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => users(this.#engine.queries, scope, query));
  }

  channels(app: string, query: ChannelQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => channels(this.#engine.queries, scope, query));
  }

  members(app: string, cid: string, query: ListQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => members(this.#engine.queries, scope, cid, query));
  }

  messages(app: string, cid: string, query: MessageQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => messages(this.#engine.queries, scope, cid, query));
  }

  replies(app: string, parentId: string, query: MessageQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) => replies(this.#engine.queries, scope, parentId, query));
  }

  reactions(app: string, messageId: string, query: ListQuery = {}): Promise<Page | NotFound> {
    return this.#ask(app, query, (scope) =>
      reactions(this.#engine.queries, scope, messageId, query),
    );
  }

  search(app: string, query: SearchQuery): Promise<Page> {
    return this.#ask(app, query, (scope) => search(this.#engine.queries, scope, query));
  }

  threads(app: string, query: ThreadQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => threads(this.#engine.queries, scope, query));
  }

  devices(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => devices(this.#engine.queries, scope, query));
  }

  bans(app: string, query: ListQuery = {}): Promise<Page> {
    return this.#ask(app, query, (scope) => bans(this.#engine.queries, scope, query));
  }

  usersById(app: string, ids: readonly string[]): Promise<ItemMap> {
    return this.#ask(app, {}, (scope) => usersById(this.#engine.queries, scope, ids));
  }

  channelsById(app: string, cids: readonly string[], viewer?: string): Promise<ItemMap> {
    return this.#ask(app, { viewer }, (scope) => channelsById(this.#engine.queries, scope, cids));
  }

  messagesById(app: string, ids: readonly string[], viewer?: string): Promise<ItemMap> {
    return this.#ask(app, { viewer }, (scope) => messagesById(this.#engine.queries, scope, ids));
  }

  channelDetails(
    app: string,
    cids: readonly string[],
    query: ChannelDetailsQuery,
  ): Promise<ReadonlyMap<string, ChannelDetails>> {
    return this.#ask(app, query, (scope) =>
      channelDetails(this.#engine.queries, scope, cids, query),
    );
  }

  messageDetails(
    app: string,
    ids: readonly string[],
    query: { readonly viewer?: string; readonly user?: string } = {},
  ): Promise<ReadonlyMap<string, MessageDetails>> {
    return this.#ask(app, query, (scope) => messageDetails(this.#engine.queries, scope, ids));
  }

  latestReplies(
    app: string,
    ids: readonly string[],
    most: number,
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly PresentedItem[]>> {
    return this.#ask(app, { viewer }, (scope) =>
      latestReplies(this.#engine.queries, scope, ids, most),
    );
  }

  unread(
    app: string,
    users: readonly string[],
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly ChannelUnread[]>> {
    return this.#ask(app, { viewer }, (scope) => unread(this.#engine.queries, scope, users));
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#engine[Symbol.asyncDispose]();
  }

  async #ask<T>(
    app: string,
    { viewer, user }: Pick<QueryScope, "viewer" | "user">,
    work: (scope: QueryScope) => Promise<T>,
  ): Promise<T> {
    const scope = await this.#engine.run(() => appScope(app));
    const { dialect } = this.#engine;
    return this.#engine.read(() => work({ dialect, ...scope, now: now(), viewer, user }));
  }

  #within<T>(app: string, steps: (app: number) => Steps<T>): Promise<T> {
    return this.#engine.run(() => inApp(app, steps));
  }

  #write<T>(app: string, steps: (app: number) => Steps<T>): Promise<T> {
    return this.#engine.write(() => inApp(app, steps));
  }
}

function* inApp<T>(name: string, steps: (app: number) => Steps<T>): Steps<T> {
  const { app } = yield* appScope(name);
  return yield* steps(app);
}
