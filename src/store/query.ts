/** What items must hold to be found: JSON of `{ field: value }` and `{ field: { $operator: value } }`; all keys must hold, and `$and`, `$or` and `$nor` take a list of filters. docs/queries.md has the fields and operators. Never trusted: what is wrong with it is a `StoreError` of code `invalid_filter` that says where. */
export type Filter = Readonly<Record<string, unknown>>;

/** One field to sort by. Items that do not have it come last, whatever the direction. */
export interface SortField {
  readonly field: string;
  /** 1: ascending, the default. -1: descending. */
  readonly direction?: 1 | -1;
}

/** Which part of a list is asked for. */
export interface Paging {
  /** Most items to give, 1 to 300. Default: 25. */
  readonly limit?: number;
  /** `next` of a page of the same list in the same order. Default: the first page. */
  readonly cursor?: string;
  /** How many items to pass over, 0 to 1,000; not together with `cursor`. Default: 0. */
  readonly offset?: number;
}

/** Which items of a list are asked for, and in which order. */
export interface ListQuery extends Paging {
  /** Default: all. */
  readonly filter?: Filter;
  /** At most 5 fields; what identifies an item decides between equals. Default: what the list says. */
  readonly sort?: readonly SortField[];
  /** The id of the user who asks, and is told only of what it may see; the rest is as if it were not there. A user sees itself, its devices and the bans it issued; the channels it is a member of, where the app keeps teams apart only those of its teams or of none; of these the members, and the messages and their reactions, but for those kept for others and those before the channel was truncated or the member wants to see them. Default: whoever may see all. */
  readonly viewer?: string;
}

/** Which channels are asked for. */
export interface ChannelQuery extends ListQuery {
  /** The id of the user whose view it is: what `hidden`, `invite`, `joined`, `muted`, `archived`, `pinned`, `has_unread` and `unread_count` speak of. Channels that the user has hidden are left out, unless the filter names `hidden`. Default: nobody's. */
  readonly user?: string;
}

/** Which messages of a channel, or replies, are asked for: beside a filter, from which place on. A place is the id of a message of the list, or a time. Where only the older end is given, the list begins there and goes to newer ones. */
export interface MessageQuery extends ListQuery {
  readonly id_lt?: string;
  readonly id_lte?: string;
  readonly id_gt?: string;
  readonly id_gte?: string;
  readonly created_at_before?: string;
  readonly created_at_before_or_equal?: string;
  readonly created_at_after?: string;
  readonly created_at_after_or_equal?: string;
  /** Half a page before and half a page from this message on; goes with `filter` and `limit` alone. */
  readonly id_around?: string;
  /** The same around a time. */
  readonly created_at_around?: string;
}

/** Which messages of an app are searched for. At least one of `text` and `filter` is given. */
export interface SearchQuery extends ListQuery {
  /** Words that all stand in the text, whole and in any order; case and accents do not count. The same as the filter `{ text: { $q: … } }`. */
  readonly text?: string;
  /** The channels to search, as a filter of channels. Default: all. */
  readonly channels?: Filter;
  /** As in {@link ChannelQuery}, for `channels`. */
  readonly user?: string;
}

/** Which threads are asked for. */
export interface ThreadQuery extends ListQuery {
  /** The id of the user who began or takes part in them, in channels that it is a member of. Default: all threads. */
  readonly user?: string;
}

/** An item as queries give it: the built-in fields that are set, in the order of the field tables, then what is derived, then custom data. A custom field whose name is that of something derived, or `cid` or `custom`, stands in an object `custom` of its own. */
export type PresentedItem = Readonly<Record<string, unknown>>;

/** A page of a list. */
export interface Page {
  readonly kind: "page";
  readonly items: readonly PresentedItem[];
  /** The cursor of the next page; null when this is the last one. */
  readonly next: string | null;
}

/** What a list was asked of is not there, which is something else than an empty list. */
export interface NotFound {
  readonly kind: "not_found";
  readonly type: "channel" | "message";
  /** The cid of the channel, or the id of the message. */
  readonly key: string;
}
