import type { KeySpace } from "../format/index.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { keySpaces } from "./key-record.ts";

/** The spaces of the parts of keys that are made up of several, see `itemKey`. Their hashes are put together, so that a part that occurs in many keys is hashed once by who remembers it. */
export const partsOf: Partial<Record<KeySpace, readonly KeySpace[]>> = {
  member: ["channel", "user"],
  reaction: ["message", "reaction", "user"],
  future_channel_ban: ["user", "user"],
};

/** Writes the hash of an item's key to `into[at]` and the three words behind it. */
export function hashKey(
  hasher: KeyHasher,
  space: KeySpace,
  key: string,
  into: Uint32Array,
  at: number,
): void {
  const spaces = partsOf[space] ?? [];
  const parts = key.split("\0");
  // A part of a broken item may have U+0000 in it: then nobody can tell where it ends.
  if (parts.length !== spaces.length) {
    hasher.hash(keySpaces[space], key, into, at);
    return;
  }
  for (const [n, part] of parts.entries()) {
    hasher.hash(keySpaces[spaces[n]!], part, hasher.parts, n * keyWords);
  }
  hasher.combine(keySpaces[space], parts.length, into, at);
}
