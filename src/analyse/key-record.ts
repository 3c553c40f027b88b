import type { KeySpace } from "../format/index.ts";

/** What a record says of its key. */
export const recordKind = {
  /** An item with this key is here. */
  define: 1,
  /** The user with this key has a team, or is here without any. */
  team: 2,
  /** Something here refers to the key. */
  refer: 3,
  /** A message here replies to the one with this key. */
  parent: 4,
  /** A reaction here is to the message with this key. */
  react: 5,
  /** A member of the channel with this key is here. */
  join: 6,
} as const;

/** What is true of a defined item, beside its kind in the same word. */
export const recordFlag = {
  /** It has errors of its own, so that what follows from them is withheld. */
  broken: 1 << 8,
  /** It is no item, but would have been one if it had not been damaged. */
  salvaged: 1 << 9,
  reply: 1 << 10,
  deleted: 1 << 11,
  /** The reference is to a membership: when it is missing, that is no slip of the pen in an id. */
  membership: 1 << 12,
} as const;

/** Words of a record, in order: the key (4), kind and flags, the item's place in its chunk, how often, a second key (4: the channel of a message, the team of a channel, the user of a member), a time (3: days, seconds, microseconds; zero where unknown), the chunk. */
export const recordWords = 15;

/** Where the parts of a record are. */
export const recordAt = {
  key: 0,
  kind: 4,
  ordinal: 5,
  count: 6,
  context: 7,
  time: 11,
  chunk: 14,
} as const;

/** Where keys are hashed: the spaces are apart, so that a user and a message may have one id. */
export const keySpaces = {
  user: 1,
  device: 2,
  future_channel_ban: 3,
  channel: 4,
  member: 5,
  message: 6,
  reaction: 7,
  team: 8,
} as const satisfies Record<KeySpace | "team", number>;

/** A key with its space, as one text. */
export function keyText(space: KeySpace, key: string): string {
  return `${keySpaces[space]}${key}`;
}
