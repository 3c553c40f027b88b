import { checkElement, references } from "../format/index.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import { hashKey } from "./hash-key.ts";
import { keyHasher, keyWords } from "./key-hash.ts";
import type { ItemKey } from "./known-item.ts";
import { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";
import { type Chunk, readChunk } from "./read-chunk.ts";

/** Finds the words of hashed keys among those that the items of a chunk refer to. */
export async function nameKeys(
  source: ByteRange,
  chunk: Chunk,
  keys: Uint32Array,
  options: ChunkOptions,
): Promise<ItemKey[]> {
  const hasher = keyHasher(options.seed);
  const wanted = new KeyMap(keys.length / keyWords);
  for (let at = 0; at < keys.length; at += keyWords) wanted.add(keys, at, 0);
  const named = new Map<string, ItemKey>();
  const hash = new Uint32Array(keyWords);
  const ignored = { push: () => undefined };
  for await (const segment of readChunk(source, chunk, options)) {
    if (segment.kind === "broken") continue;
    for (const value of segment.values) {
      const checked = checkElement(value, options.check, segment.suspectText, ignored);
      if (!checked) continue;
      for (const { space, key } of references(checked.type, checked.item)) {
        hashKey(hasher, space, key, hash, 0);
        if (wanted.find(hash, 0) < 0) continue;
        named.set(keyText(space, key), { space, key });
      }
      if (named.size === wanted.size) return [...named.values()];
    }
  }
  return [...named.values()];
}
