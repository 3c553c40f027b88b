import { checkElement, type KeySpace, references } from "../format/index.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import { keyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";
import { type Chunk, readChunk } from "./read-chunk.ts";

/** A key in words. */
export interface KeyName {
  readonly space: KeySpace;
  readonly key: string;
}

/** Longer keys have too many neighbours, and are not typed by hand. */
const longest = 64;

/** Finds the words of hashed keys among those that the items of a chunk refer to; those of more than 64 characters are left out. */
export async function nameKeys(
  source: ByteRange,
  chunk: Chunk,
  keys: Uint32Array,
  options: ChunkOptions,
): Promise<KeyName[]> {
  const hasher = keyHasher(options.seed);
  const wanted = new KeyMap(keys.length / keyWords);
  for (let at = 0; at < keys.length; at += keyWords) wanted.add(keys, at, 0);
  const named = new Map<string, KeyName>();
  const hash = new Uint32Array(keyWords);
  const ignored = { push: () => undefined };
  for await (const segment of readChunk(source, chunk, options)) {
    if (segment.kind === "broken") continue;
    for (const value of segment.values) {
      const checked = checkElement(value, options.check, segment.suspectText, ignored);
      if (!checked) continue;
      for (const { space, key } of references(checked.type, checked.item)) {
        const text = keyText(space, key);
        hasher.hash(text, hash, 0);
        if (key.length > longest || wanted.find(hash, 0) < 0) continue;
        named.set(text, { space, key });
      }
      if (named.size === wanted.size) return [...named.values()];
    }
  }
  return [...named.values()];
}
