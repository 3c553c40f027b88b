import { keyWords } from "./key-hash.ts";
import { recordAt, recordFlag } from "./key-record.ts";
import { verdict } from "./verdict.ts";

/** What is wrong between a reply and its parent, as bits of {@link verdict}; both by their records. */
export function thread(reply: Uint32Array, at: number, parent: Uint32Array, to: number): number {
  let bits = 0;
  if (parent[to + recordAt.kind]! & recordFlag.reply) bits |= verdict.parentIsReply;
  const channel = at + recordAt.context;
  const parentChannel = to + recordAt.context;
  const known = isSet(reply, channel, keyWords) && isSet(parent, parentChannel, keyWords);
  if (known && compare(reply, channel, parent, parentChannel, keyWords) !== 0) {
    bits |= verdict.parentElsewhere;
  }
  const time = at + recordAt.time;
  const parentTime = to + recordAt.time;
  if (isSet(reply, time, 3) && isSet(parent, parentTime, 3)) {
    if (compare(reply, time, parent, parentTime, 3) < 0) bits |= verdict.olderThanParent;
  }
  return bits;
}

function isSet(words: Uint32Array, at: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (words[at + i] !== 0) return true;
  return false;
}

function compare(a: Uint32Array, atA: number, b: Uint32Array, atB: number, count: number): number {
  for (let i = 0; i < count; i++) {
    const difference = a[atA + i]! - b[atB + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
