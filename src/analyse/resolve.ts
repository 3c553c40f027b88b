import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { recordAt, recordFlag, recordKind, recordWords } from "./key-record.ts";

/** What the other items of the file say of an item, as bits. */
export const verdict = {
  /** An item with this key stands earlier in the file. */
  duplicate: 1,
  parentIsReply: 2,
  parentElsewhere: 4,
  olderThanParent: 8,
  onDeleted: 16,
  otherTeam: 32,
} as const;

/** What resolving found for one chunk. */
export interface ChunkVerdicts {
  /** Keys that the chunk refers to and nothing defines, {@link keyWords} words each. */
  readonly missing: number[];
  /** Pairs: the item's place in the chunk, and bits of {@link verdict}. */
  readonly items: number[];
}

/** What resolving found in the whole file. */
export interface Resolution {
  /** By the place of the chunk; chunks without verdicts are left out. */
  readonly chunks: ReadonlyMap<number, ChunkVerdicts>;
  /** References to items that are broken themselves: nothing is reported for them. */
  readonly withheld: number;
  /** How many different keys are missing, memberships left out. */
  readonly missing: number;
  /** Everything that is defined. */
  readonly defined: KeyMap;
}

/** Resolves the references of a file over the keys of its chunks, which are given in the order of the file. Source of the rules: import-format section 4. */
export function resolve(chunks: readonly Uint32Array[], hasher: KeyHasher): Resolution {
  const resolver = new Resolver(chunks);
  resolver.define();
  resolver.refer(hasher);
  return resolver;
}

class Resolver implements Resolution {
  readonly chunks = new Map<number, ChunkVerdicts>();
  readonly defined: KeyMap;
  withheld = 0;
  readonly #records: readonly Uint32Array[];
  readonly #missing = new KeyMap(0);

  constructor(records: readonly Uint32Array[]) {
    this.#records = records;
    let defined = 0;
    for (const words of records) {
      for (let at = 0; at < words.length; at += recordWords) if (kindOf(words, at) <= 2) defined++;
    }
    this.defined = new KeyMap(defined, true);
  }

  get missing(): number {
    return this.#missing.size;
  }

  /** The first item with a key defines it, later ones are duplicates; damaged ones define what nothing else does. */
  define(): void {
    for (const salvaged of [0, recordFlag.salvaged]) {
      for (const [chunk, words] of this.#records.entries()) {
        for (let at = 0; at < words.length; at += recordWords) {
          const kind = kindOf(words, at);
          if (kind > 2 || (words[at + recordAt.kind]! & recordFlag.salvaged) !== salvaged) continue;
          const added = this.defined.add(words, at, chunk, at);
          if (!added && kind === recordKind.define && !salvaged) {
            this.#judge(chunk, words, at, verdict.duplicate);
          }
        }
      }
    }
  }

  refer(hasher: KeyHasher): void {
    for (const [chunk, words] of this.#records.entries()) {
      for (let at = 0; at < words.length; at += recordWords) {
        const kind = kindOf(words, at);
        if (kind <= 2) continue;
        const place = this.defined.find(words, at);
        if (place < 0) {
          if (kind !== recordKind.join) this.#miss(chunk, words, at);
          continue;
        }
        const target = this.#records[this.defined.first(place)]!;
        const to = this.defined.second(place);
        const flags = target[to + recordAt.kind]!;
        if (flags & recordFlag.broken) {
          if (kind !== recordKind.join) this.withheld += words[at + recordAt.count]!;
        } else if (kind === recordKind.parent) {
          this.#judge(chunk, words, at, thread(words, at, target, to));
        } else if (kind === recordKind.react && flags & recordFlag.deleted) {
          this.#judge(chunk, words, at, verdict.onDeleted);
        } else if (kind === recordKind.join && !this.#shareTeam(words, at, target, to, hasher)) {
          this.#judge(chunk, words, at, verdict.otherTeam);
        }
      }
    }
  }

  /** Whether the user is in the channel's team, or in none where the channel has none; true where the user is not there or broken. */
  #shareTeam(
    words: Uint32Array,
    at: number,
    channel: Uint32Array,
    to: number,
    hasher: KeyHasher,
  ): boolean {
    const user = this.defined.find(words, at + recordAt.context);
    if (user < 0) return true;
    const record = this.#records[this.defined.first(user)]!;
    if (record[this.defined.second(user) + recordAt.kind]! & recordFlag.broken) return true;
    const both = new Uint32Array(keyWords);
    hasher.combine(words, at + recordAt.context, channel, to + recordAt.context, both);
    return this.defined.find(both, 0) >= 0;
  }

  #judge(chunk: number, words: Uint32Array, at: number, bits: number): void {
    if (bits !== 0) this.#verdicts(chunk).items.push(words[at + recordAt.ordinal]!, bits);
  }

  #miss(chunk: number, words: Uint32Array, at: number): void {
    if (!(words[at + recordAt.kind]! & recordFlag.membership)) this.#missing.add(words, at, 0, 0);
    this.#verdicts(chunk).missing.push(...words.subarray(at, at + keyWords));
  }

  #verdicts(chunk: number): ChunkVerdicts {
    let verdicts = this.chunks.get(chunk);
    if (verdicts === undefined) {
      verdicts = { missing: [], items: [] };
      this.chunks.set(chunk, verdicts);
    }
    return verdicts;
  }
}

function kindOf(words: Uint32Array, at: number): number {
  return words[at + recordAt.kind]! & 0xff;
}

/** What is wrong between a reply and its parent. */
function thread(reply: Uint32Array, at: number, parent: Uint32Array, to: number): number {
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
