/** What the other items of the files say of an item, as bits. */
export const verdict = {
  /** An item with this key stands earlier. */
  duplicate: 1,
  parentIsReply: 2,
  parentElsewhere: 4,
  olderThanParent: 8,
  onDeleted: 16,
  otherTeam: 32,
} as const;

/** Words of a record of what resolving found: the chunk, bits of {@link verdict}, and either the place of the item in the chunk or, where there are no bits, a key (4) that the chunk refers to and nothing defines. */
export const verdictWords = 6;

/** Where the parts of such a record are. */
export const verdictAt = { chunk: 0, bits: 1, ordinal: 2, key: 2 } as const;
