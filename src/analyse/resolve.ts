import { BucketSort } from "./bucket-sort.ts";
import { Definitions } from "./definitions.ts";
import type { GatheredKeys } from "./gathered-keys.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keySpaces, recordAt, recordFlag, recordKind, recordWords } from "./key-record.ts";
import type { KeyPart, KeySort } from "./key-sort.ts";
import { quarter, type SpillOptions } from "./spill.ts";
import { thread } from "./thread.ts";
import { verdict, verdictAt, verdictWords } from "./verdict.ts";

/** What resolving found in all files. */
export interface Resolution {
  /** By chunk, records as {@link verdictAt} says. */
  readonly verdicts: BucketSort;
  /** References to items that are broken themselves: nothing is reported for them. */
  readonly withheld: number;
  /** The different keys that are missing, memberships left out; none where there are more than {@link mostNeighbours}. */
  readonly missing: readonly MissingKey[];
}

/** A key that nothing defines, and a chunk that refers to it. */
export interface MissingKey {
  readonly key: Uint32Array;
  readonly chunk: number;
}

/** Above this many different missing keys, neighbours of them are not looked for: then it is no slip of a finger. */
const mostNeighbours = 300;

/** Resolves the references over the keys of all files, part by part. Source of the rules: import-format section 4. */
export async function resolve(
  { items, teams }: GatheredKeys,
  chunks: number,
  hasher: KeyHasher,
  options: SpillOptions,
): Promise<Resolution> {
  const resolver = new Resolver(chunks, teams, hasher, options);
  for (const part of items.parts()) await resolver.resolveKeys(part);
  for (const part of teams.parts()) await resolver.resolveTeams(part);
  const { verdicts, withheld, missing } = resolver;
  return { verdicts, withheld, missing: missing.length > mostNeighbours ? [] : missing };
}

class Resolver {
  readonly verdicts: BucketSort;
  readonly missing: MissingKey[] = [];
  withheld = 0;
  readonly #teams: KeySort;
  readonly #hasher: KeyHasher;
  readonly #distinct = new KeyMap(0);
  /** What the part at hand defines; one for all of them. */
  readonly #defined = new Definitions();
  readonly #ofUsers = new KeyMap(0);

  constructor(chunks: number, teams: KeySort, hasher: KeyHasher, options: SpillOptions) {
    const bucketOf = (words: Uint32Array, at: number) => words[at + verdictAt.chunk]!;
    const shape = { words: verdictWords, buckets: chunks, bucketOf };
    this.verdicts = new BucketSort(shape, quarter(options));
    this.#teams = teams;
    this.#hasher = hasher;
  }

  async resolveKeys({ count, definitions, references }: KeyPart): Promise<void> {
    const defined = this.#defined;
    defined.clear(count);
    for await (const block of definitions()) {
      const { records: words } = defined;
      for (let at = defined.append(block); at < defined.end; at += recordWords) {
        const isItem = !(words[at + recordAt.kind]! & recordFlag.salvaged);
        if (defined.define(at) && isItem) this.#judge(words, at, verdict.duplicate);
      }
      await this.verdicts.relieve();
    }
    for await (const words of references()) {
      for (let at = 0; at < words.length; at += recordWords) this.#refer(words, at, defined);
      await this.verdicts.relieve();
      await this.#teams.relieve();
    }
  }

  #refer(words: Uint32Array, at: number, defined: Definitions): void {
    const kind = words[at + recordAt.kind]! & 0xff;
    const to = defined.find(words, at);
    const { records } = defined;
    if (to < 0) {
      if (kind !== recordKind.join) this.#miss(words, at);
    } else if (records[to + recordAt.kind]! & recordFlag.broken) {
      if (kind !== recordKind.join) this.withheld += words[at + recordAt.count]!;
    } else if (kind === recordKind.parent) {
      this.#judge(words, at, thread(words, at, records, to));
    } else if (kind === recordKind.react) {
      const isDeleted = records[to + recordAt.kind]! & recordFlag.deleted;
      if (isDeleted) this.#judge(words, at, verdict.onDeleted);
    } else if (kind === recordKind.join) {
      const member = words.slice(at, at + recordWords);
      member.copyWithin(recordAt.key, recordAt.context, recordAt.context + keyWords);
      const team = to + recordAt.context;
      member.set(records.subarray(team, team + keyWords), recordAt.context);
      this.#teams.add(member, 0);
    }
  }

  /** Whether members are in their channel's team, or in none where the channel has none. Users that are broken or not there are none of its business. */
  async resolveTeams({ count, definitions, references }: KeyPart): Promise<void> {
    const users = this.#defined;
    const teams = this.#ofUsers;
    users.clear(count);
    teams.clear(count);
    const both = new Uint32Array(keyWords);
    const combine = (words: Uint32Array, at: number) => {
      const { parts } = this.#hasher;
      parts.set(words.subarray(at + recordAt.key, at + recordAt.key + keyWords));
      parts.set(words.subarray(at + recordAt.context, at + recordAt.context + keyWords), keyWords);
      this.#hasher.combine(keySpaces.team, 2, both, 0);
    };
    for await (const block of definitions()) {
      const { records: words } = users;
      for (let at = users.append(block); at < users.end; at += recordWords) {
        users.define(at);
        // A user's teams are those of the item that defines the user.
        if (!isSameItem(words, at, words, users.find(words, at))) continue;
        combine(words, at);
        teams.add(both, 0, 0);
      }
    }
    for await (const words of references()) {
      for (let at = 0; at < words.length; at += recordWords) {
        const user = users.find(words, at);
        if (user < 0 || users.records[user + recordAt.kind]! & recordFlag.broken) continue;
        combine(words, at);
        if (teams.find(both, 0) < 0) this.#judge(words, at, verdict.otherTeam);
      }
      await this.verdicts.relieve();
    }
  }

  #judge(words: Uint32Array, at: number, bits: number): void {
    if (bits === 0) return;
    const record = new Uint32Array(verdictWords);
    record[verdictAt.chunk] = words[at + recordAt.chunk]!;
    record[verdictAt.bits] = bits;
    record[verdictAt.ordinal] = words[at + recordAt.ordinal]!;
    this.verdicts.add(record, 0);
  }

  #miss(words: Uint32Array, at: number): void {
    const chunk = words[at + recordAt.chunk]!;
    const key = words.slice(at + recordAt.key, at + recordAt.key + keyWords);
    const record = new Uint32Array(verdictWords);
    record[verdictAt.chunk] = chunk;
    record.set(key, verdictAt.key);
    this.verdicts.add(record, 0);
    const isMembership = words[at + recordAt.kind]! & recordFlag.membership;
    if (isMembership || this.missing.length > mostNeighbours) return;
    if (this.#distinct.add(key, 0, 0) < 0) this.missing.push({ key, chunk });
  }
}

function isSameItem(a: Uint32Array, atA: number, b: Uint32Array, atB: number): boolean {
  return (
    a[atA + recordAt.chunk] === b[atB + recordAt.chunk] &&
    a[atA + recordAt.ordinal] === b[atB + recordAt.ordinal]
  );
}
