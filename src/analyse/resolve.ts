import { BucketSort } from "./bucket-sort.ts";
import { Definitions } from "./definitions.ts";
import { free } from "./free.ts";
import type { GatheredKeys } from "./gathered-keys.ts";
import { inOrder } from "./in-order.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keySpaces, recordAt, recordFlag, recordWords } from "./key-record.ts";
import type { KeyPart } from "./key-sort.ts";
import type { ResolvedSlice } from "./resolve-part.ts";
import { quarter, type SpillOptions } from "./spill.ts";
import type { Runner } from "./task.ts";
import { verdict, verdictAt, verdictWords } from "./verdict.ts";
import { Verdicts } from "./verdicts.ts";

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

/** Words of references that are resolved at once. */
const sliceWords = 131_072 * recordWords;

/** Resolves the references over the keys of all files, part by part, side by side. Source of the rules: import-format section 4. */
export async function resolve(
  { items, teams }: GatheredKeys,
  chunks: number,
  hasher: KeyHasher,
  runner: Runner,
  options: SpillOptions,
): Promise<Resolution> {
  const bucketOf = (words: Uint32Array, at: number) => words[at + verdictAt.chunk]!;
  const shape = { words: verdictWords, buckets: chunks, bucketOf };
  const verdicts = new BucketSort(shape, quarter(options));
  const missing: MissingKey[] = [];
  const distinct = new KeyMap(0);
  let withheld = 0;
  const add = (found: Uint32Array) => {
    for (let at = 0; at < found.length; at += verdictWords) verdicts.add(found, at);
    return verdicts.relieve();
  };
  for await (const slices of inOrder(items.parts(), runner.width, (part) => slice(part, runner))) {
    for (const found of slices) {
      await add(found.verdicts);
      for (let at = 0; at < found.joins.length; at += recordWords) teams.add(found.joins, at);
      await teams.relieve();
      withheld += found.withheld;
      for (const at of found.missing) {
        if (missing.length > mostNeighbours) break;
        const from = at + verdictAt.key;
        const key = found.verdicts.slice(from, from + keyWords);
        const chunk = found.verdicts[at + verdictAt.chunk]!;
        if (distinct.add(key, 0, 0) < 0) missing.push({ key, chunk });
      }
    }
  }
  for (const part of teams.parts()) await add(await resolveTeams(part, hasher));
  return { verdicts, withheld, missing: missing.length > mostNeighbours ? [] : missing };
}

/** Resolves a part: its definitions, and its references so many at a time. */
async function slice(part: KeyPart, runner: Runner): Promise<ResolvedSlice[]> {
  const definitions = await gather(part);
  const found: ResolvedSlice[] = [];
  for await (const references of inSlices(part)) {
    const isFirst = found.length === 0;
    const keys = { definitions: definitions.slice(), references, isFirst };
    found.push(await runner.run({ kind: "resolve", file: 0, ...keys }));
  }
  free(definitions);
  return found;
}

/** The definitions of a part, one behind the other. */
async function gather({ count, definitions }: KeyPart): Promise<Uint32Array> {
  const words = new Uint32Array(count * recordWords);
  let end = 0;
  for await (const block of definitions()) {
    words.set(block, end);
    end += block.length;
  }
  return words;
}

/** The references of a part put together to slices, of which there is at least one. */
async function* inSlices({ referenceCount, references }: KeyPart) {
  let left = referenceCount * recordWords;
  let words = new Uint32Array(Math.min(left, sliceWords));
  let length = 0;
  for await (const block of references()) {
    for (let at = 0; at < block.length;) {
      const taken = Math.min(block.length - at, words.length - length);
      words.set(block.subarray(at, at + taken), length);
      at += taken;
      length += taken;
      if (length < words.length || length === left) continue;
      yield words;
      left -= length;
      words = new Uint32Array(Math.min(left, sliceWords));
      length = 0;
    }
  }
  yield words;
}

/** Whether members are in their channel's team, or in none where the channel has none. Users that are broken or not there are none of its business. */
async function resolveTeams(part: KeyPart, hasher: KeyHasher): Promise<Uint32Array> {
  const definitions = await gather(part);
  using users = new Definitions(definitions);
  using teams = new KeyMap(part.count);
  const verdicts = new Verdicts();
  const both = new Uint32Array(keyWords);
  const combine = (words: Uint32Array, at: number) => {
    const { parts } = hasher;
    parts.set(words.subarray(at + recordAt.key, at + recordAt.key + keyWords));
    parts.set(words.subarray(at + recordAt.context, at + recordAt.context + keyWords), keyWords);
    hasher.combine(keySpaces.team, 2, both, 0);
  };
  for (let at = 0; at < definitions.length; at += recordWords) {
    users.define(at);
    // A user's teams are those of the item that defines the user.
    if (!isSameItem(definitions, at, users.find(definitions, at))) continue;
    combine(definitions, at);
    teams.add(both, 0, 0);
  }
  for await (const words of part.references()) {
    for (let at = 0; at < words.length; at += recordWords) {
      const user = users.find(words, at);
      if (user < 0 || definitions[user + recordAt.kind]! & recordFlag.broken) continue;
      combine(words, at);
      if (teams.find(both, 0) < 0) verdicts.judge(words, at, verdict.otherTeam);
    }
  }
  return verdicts.take();
}

function isSameItem(words: Uint32Array, a: number, b: number): boolean {
  return (
    words[a + recordAt.chunk] === words[b + recordAt.chunk] &&
    words[a + recordAt.ordinal] === words[b + recordAt.ordinal]
  );
}
