import type { KeySpace } from "../format/index.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import type { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-@.:";
const longest = 64;

/** The key one edit away from one that is not there, if there is one; keys over 64 characters are not tried. Only hashes of the keys are known, so every neighbour is hashed and looked up. */
export function knownNeighbour(
  space: KeySpace,
  key: string,
  defined: KeyMap,
  hasher: KeyHasher,
): string | undefined {
  if (key.length > longest) return undefined;
  const hash = new Uint32Array(keyWords);
  for (const neighbour of neighbours(key)) {
    hasher.hash(keyText(space, neighbour), hash, 0);
    if (defined.find(hash, 0) >= 0) return neighbour;
  }
  return undefined;
}

function* neighbours(key: string): Generator<string> {
  for (let i = 0; i < key.length; i++) {
    const rest = key.slice(i + 1);
    const before = key.slice(0, i);
    yield before + rest;
    if (i + 1 < key.length) yield before + key[i + 1] + key[i] + key.slice(i + 2);
    for (const letter of letters) yield before + letter + rest;
  }
  for (let i = 0; i <= key.length; i++) {
    for (const letter of letters) yield key.slice(0, i) + letter + key.slice(i);
  }
}
