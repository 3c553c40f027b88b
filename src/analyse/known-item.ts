import type { KeySpace } from "../format/index.ts";

/** A key in words, see `itemKey`. */
export interface ItemKey {
  readonly space: KeySpace;
  readonly key: string;
}

/** An item that is in the app already, as far as the rules about what refers to it need to know. */
export interface KnownItem extends ItemKey {
  /** What is known of a message beside its key. */
  readonly message?: {
    /** The `type:id` of the channel that it is in. */
    readonly cid: string;
    readonly isReply: boolean;
    readonly isDeleted: boolean;
    /** Canonical time. */
    readonly createdAt: string;
  };
}

/** Tells which of some keys of users, channels, members and messages the app has. */
export type LookUpItems = (keys: readonly ItemKey[]) => Promise<readonly KnownItem[]>;
