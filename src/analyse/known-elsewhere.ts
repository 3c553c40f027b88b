import { keyWords } from "./key-hash.ts";
import { keyText } from "./key-record.ts";
import type { KnownItem, LookUpItems } from "./known-item.ts";
import type { Chunk } from "./read-chunk.ts";
import type { Runner } from "./task.ts";
import { verdictAt, verdictWords } from "./verdict.ts";

/** What a chunk refers to, no item defines, and the app has, by {@link keyText}. Only hashes of keys are known, so the chunk is read once more for their words. */
export async function knownElsewhere(
  file: number,
  chunk: Chunk,
  verdicts: Uint32Array,
  runner: Runner,
  lookUp: LookUpItems | undefined,
): Promise<ReadonlyMap<string, KnownItem>> {
  const keys = lookUp === undefined ? [] : missingKeys(verdicts);
  if (lookUp === undefined || keys.length === 0) return new Map();
  const named = await runner.run({ kind: "name", file, chunk, keys: Uint32Array.from(keys) });
  const known = await lookUp(named);
  return new Map(known.map((item) => [keyText(item.space, item.key), item]));
}

function missingKeys(verdicts: Uint32Array): number[] {
  const keys: number[] = [];
  for (let at = 0; at < verdicts.length; at += verdictWords) {
    if (verdicts[at + verdictAt.bits] !== 0) continue;
    for (let word = 0; word < keyWords; word++) keys.push(verdicts[at + verdictAt.key + word]!);
  }
  return keys;
}
