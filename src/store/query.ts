/** Which part of a list is asked for. */
export interface Paging {
  /** Most items to give, 1 to 300. Default: 25. */
  readonly limit?: number;
  /** `next` of the page before. Default: the first page. */
  readonly cursor?: string;
}

/** Which users are asked for. Default: all, by id. */
export interface UserQuery extends Paging {
  readonly ids?: readonly string[];
}

/** Which channels are asked for; all conditions given must hold. Default: all, by cid. */
export interface ChannelQuery extends Paging {
  readonly cids?: readonly string[];
  readonly type?: string;
  /** The id of a user who is a member. */
  readonly member?: string;
}

/** An item as queries give it: the built-in fields that are set, in the order of the field tables, then what is derived, then custom data. */
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
