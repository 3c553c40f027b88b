import type { ItemKey, KnownItem } from "../analyse/index.ts";
import type { CheckedItem, ItemTypeName } from "../format/index.ts";
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

/** Where apps and what was imported into them are kept. Every method rejects with a `StoreError`; those that take the name of an app with `app_not_found` when there is none of that name. */
export interface Store extends AsyncDisposable {
  /** Makes an app with the built-in roles and channel types. Rejects with `app_exists` when there is one of that name. */
  createApp(name: string, mode: App["mode"]): Promise<App>;
  app(name: string): Promise<App>;
  /** All apps, by name. */
  apps(): Promise<readonly App[]>;
  /** Changes the settings that are given. */
  updateApp(name: string, settings: Partial<AppSettings>): Promise<App>;
  /** Adds roles and channel types to an app; the limit of a channel type that it has becomes the one given, and stays where that is null. */
  extendApp(name: string, more: Pick<App, "roles" | "channelTypes">): Promise<App>;
  /** The roles of an app, by name. */
  roles(app: string): Promise<readonly Role[]>;
  /** The channel types of an app, by name, each with its whole configuration. */
  channelTypes(app: string): Promise<readonly ChannelType[]>;
  /** Makes a channel type. Rejects with `invalid_channel_type`, `channel_type_exists`, or `too_many_channel_types` where the app has 50 already; so does {@link extendApp}. */
  createChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType>;
  /** Changes the fields of a channel type that are given. Rejects with `invalid_channel_type` or `channel_type_not_found`. */
  updateChannelType(
    app: string,
    name: string,
    config: Partial<ChannelTypeConfig>,
  ): Promise<ChannelType>;
  /** Deletes a channel type. Rejects with `channel_type_not_found`, or `channel_type_in_use` when channels have it. */
  deleteChannelType(app: string, name: string): Promise<void>;
  /** Which of these keys of users, channels, members and messages the app has, in no order; keys of other types are passed over. */
  knownItems(app: string, keys: readonly ItemKey[]): Promise<readonly KnownItem[]>;
  /** How many items of each type the app holds. */
  countItems(app: string): Promise<Readonly<Record<ItemTypeName, number>>>;

  /** Begins a load, or goes on with an unfinished one of the same app, fingerprint, mode and `mergeCustom`. */
  beginLoad(request: LoadRequest): Promise<LoadState>;
  /** Writes the items that follow the load's checkpoint and moves it to `next`, both or neither. Rejects with `load_taken_over` when the checkpoint is no longer where `load` has it.
   *
   * @param items checked items, one behind the other in the file. */
  writeItems(load: LoadState, items: readonly CheckedItem[], next: Checkpoint): Promise<LoadState>;
  /** Ends a load and gives its account, which is kept. Rejects with `reconciliation_mismatch`, the load being over all the same, when the outcomes do not add up to the items in the file or the rows in the store. */
  finishLoad(load: LoadState): Promise<Reconciliation>;
  /** The account of a finished load; `undefined` while it is not, or was never begun. */
  reconciliation(app: string, load: number): Promise<Reconciliation | undefined>;

  /** Users, newest first. This and the lists below reject with `invalid_filter`, `invalid_sort`, `invalid_limit` or `invalid_cursor` where the query is not as docs/queries.md says. */
  users(app: string, query?: ListQuery): Promise<Page>;
  /** Channels, those with the latest message first (one without counts by when it was made), with `member_count`, `message_count` and `last_message_at`. Messages count when they stand in the channel and are not deleted. */
  channels(app: string, query?: ChannelQuery): Promise<Page>;
  /** Members of a channel in the order in which they joined, with `unread_count`: messages that count and were created strictly after `last_read`; 0 without one. */
  members(app: string, cid: string, query?: ListQuery): Promise<Page | NotFound>;
  /** Messages that stand in a channel, newest first, deleted ones too; replies only where they are shown in the channel. All messages come with `reply_count`, which leaves out deleted replies. */
  messages(app: string, cid: string, query?: MessageQuery): Promise<Page | NotFound>;
  /** Replies to a message, oldest first. */
  replies(app: string, parentId: string, query?: MessageQuery): Promise<Page | NotFound>;
  /** Reactions to a message, newest first. */
  reactions(app: string, messageId: string, query?: ListQuery): Promise<Page | NotFound>;
  /** Messages of the app, in channels and threads, that have words in their text or hold a filter, newest first; never deleted ones nor those by the system. */
  search(app: string, query: SearchQuery): Promise<Page>;
  /** Threads: messages that have replies which are not deleted, that with the latest one first. */
  threads(app: string, query?: ThreadQuery): Promise<Page>;
  /** Devices, by user. */
  devices(app: string, query?: ListQuery): Promise<Page>;
  /** Future channel bans, by who bans. */
  bans(app: string, query?: ListQuery): Promise<Page>;

  /** Users by id. This and what follows read in a fixed number of steps, however much is asked for. */
  usersById(app: string, ids: readonly string[]): Promise<ItemMap>;
  /** Channels by cid, as {@link channels} gives them, but without `message_count`, which takes long where there are many.
   *
   * @param viewer as in {@link ListQuery} */
  channelsById(app: string, cids: readonly string[], viewer?: string): Promise<ItemMap>;
  /** Messages by id, of channels and threads, deleted ones too. */
  messagesById(app: string, ids: readonly string[], viewer?: string): Promise<ItemMap>;
  /** What is read beside channels that are there, by cid. */
  channelDetails(
    app: string,
    cids: readonly string[],
    query: ChannelDetailsQuery,
  ): Promise<ReadonlyMap<string, ChannelDetails>>;
  /** What is read beside messages, by id.
   *
   * @param query.user whose own reactions are meant */
  messageDetails(
    app: string,
    ids: readonly string[],
    query?: { readonly viewer?: string; readonly user?: string },
  ): Promise<ReadonlyMap<string, MessageDetails>>;
  /** The latest replies to messages that are not deleted, latest first, by the id of the message.
   *
   * @param most of one message */
  latestReplies(
    app: string,
    ids: readonly string[],
    most: number,
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly PresentedItem[]>>;
  /** The channels in which users have unread messages, that with the latest message first, by user. Users that are not there are left out. */
  unread(
    app: string,
    users: readonly string[],
    viewer?: string,
  ): Promise<ReadonlyMap<string, readonly ChannelUnread[]>>;
}
