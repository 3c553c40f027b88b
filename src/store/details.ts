import type { PresentedItem } from "./query.ts";

/** Items by what identifies them; those that are not there are left out. */
export type ItemMap = ReadonlyMap<string, PresentedItem>;

/** How much of channels is read beside them. */
export interface ChannelDetailsQuery {
  /** Most messages of a channel. */
  readonly messages: number;
  /** Most members of a channel. */
  readonly members: number;
  /** How many members are passed over. Default: 0. */
  readonly memberOffset?: number;
  /** As in `ListQuery`. */
  readonly viewer?: string;
  /** The id of the user whose membership is read. Default: nobody's. */
  readonly user?: string;
}

/** How far a member has read. */
export interface ChannelRead {
  readonly userId: string;
  readonly lastRead: string;
  /** The newest message that counts and was created no later; null where there is none. */
  readonly lastReadMessageId: string | null;
  /** Messages that count and were created strictly later. */
  readonly unread: number;
}

/** What is read beside a channel. */
export interface ChannelDetails {
  /** The newest messages that stand in the channel, newest first, deleted ones too. */
  readonly messages: readonly PresentedItem[];
  /** The messages that are pinned, neither expired nor deleted, 10 at most, the last one pinned first. */
  readonly pinned: readonly PresentedItem[];
  /** Members in the order in which they joined. */
  readonly members: readonly PresentedItem[];
  /** The members that have read something: 100 at most, who read last first; the user beside them where it is a member. */
  readonly reads: readonly ChannelRead[];
  /** The user's own membership. */
  readonly membership?: PresentedItem;
}

/** All reactions of one type to a message. */
export interface ReactionGroup {
  readonly type: string;
  readonly count: number;
  /** The sum of the custom fields `score`; a reaction without one counts 1. */
  readonly score: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What is read beside a message. */
export interface MessageDetails {
  /** By type. */
  readonly groups: readonly ReactionGroup[];
  /** The newest reactions, 10 at most, newest first. */
  readonly latest: readonly PresentedItem[];
  /** Reactions of the user who was asked for. */
  readonly own: readonly PresentedItem[];
  /** Ids of the authors of its replies that are not deleted, in the order of their first one, 100 at most. */
  readonly participants: readonly string[];
}

/** What a member of a channel has not read. */
export interface ChannelUnread {
  readonly cid: string;
  readonly team: string | null;
  readonly lastRead: string;
  readonly lastMessageAt: string;
  /** At least 1. */
  readonly count: number;
}
