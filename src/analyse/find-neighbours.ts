import type { ReadChunk } from "./collect-files.ts";
import type { GatheredKeys } from "./gathered-keys.ts";
import { hashKey } from "./hash-key.ts";
import { inOrder } from "./in-order.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keyText, recordWords } from "./key-record.ts";
import type { KeySort } from "./key-sort.ts";
import type { ItemKey } from "./known-item.ts";
import { neighbours } from "./neighbours.ts";
import type { MissingKey } from "./resolve.ts";
import type { Runner } from "./task.ts";

/** How many neighbours are looked for at once. */
const mostAtOnce = 400_000;

/** Longer keys have too many neighbours, and are not typed by hand. */
const longest = 64;

/** For missing keys, by {@link keyText}: the key one edit away that is there, if there is one. Only hashes of keys are known, so the missing ones are read once more, and every neighbour is hashed and looked up. */
export async function findNeighbours(
  missing: readonly MissingKey[],
  chunks: readonly ReadChunk[],
  { items }: GatheredKeys,
  hasher: KeyHasher,
  runner: Runner,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let asked = new KeyMap(0);
  let names: ItemKey[] = [];
  const hash = new Uint32Array(keyWords);
  const look = async () => {
    const known = await knownOf(asked, items);
    for (const { space, key } of names) {
      for (const neighbour of neighbours(key)) {
        hashKey(hasher, space, neighbour, hash, 0);
        if (known.find(hash, 0) < 0) continue;
        found.set(keyText(space, key), neighbour);
        break;
      }
    }
    asked = new KeyMap(0);
    names = [];
  };
  for await (const named of nameAll(missing, chunks, runner)) {
    for (const name of named) {
      if (name.key.length > longest) continue;
      names.push(name);
      for (const neighbour of neighbours(name.key)) {
        hashKey(hasher, name.space, neighbour, hash, 0);
        asked.add(hash, 0, 0);
      }
      if (asked.size > mostAtOnce) await look();
    }
  }
  if (names.length > 0) await look();
  return found;
}

/** Those of the keys that something defines. */
async function knownOf(asked: KeyMap, items: KeySort): Promise<KeyMap> {
  const known = new KeyMap(0);
  for await (const words of items.definitions()) {
    for (let at = 0; at < words.length; at += recordWords) {
      if (asked.find(words, at) >= 0) known.add(words, at, 0);
    }
  }
  return known;
}

function nameAll(
  missing: readonly MissingKey[],
  chunks: readonly ReadChunk[],
  runner: Runner,
): AsyncGenerator<readonly ItemKey[], void> {
  const byChunk = Map.groupBy(missing, ({ chunk }) => chunk);
  return inOrder(byChunk, runner.width * 2, ([n, found]) => {
    const { file, from, to, start } = chunks[n]!;
    const wanted = new Uint32Array(found.flatMap(({ key }) => Array.from(key)));
    return runner.run({ kind: "name", file, chunk: { from, to, start }, keys: wanted });
  });
}
