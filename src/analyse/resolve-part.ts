import { Definitions } from "./definitions.ts";
import { free } from "./free.ts";
import { keyWords } from "./key-hash.ts";
import { recordAt, recordFlag, recordKind, recordWords } from "./key-record.ts";
import { thread } from "./thread.ts";
import { verdict } from "./verdict.ts";
import { Verdicts } from "./verdicts.ts";

/** Some keys: all records that define them, and some of those that refer to them. Plain data. */
export interface KeySlice {
  readonly definitions: Uint32Array;
  readonly references: Uint32Array;
  /** Whether duplicates are to be told, which those of another slice with these definitions are not. */
  readonly isFirst: boolean;
}

/** What resolving a slice found. Plain data. */
export interface ResolvedSlice {
  /** Records as `verdictAt` says. */
  readonly verdicts: Uint32Array;
  /** Which of them say that something is missing, other than a membership: where they begin. */
  readonly missing: Uint32Array;
  /** References to items that are broken themselves. */
  readonly withheld: number;
  /** The members of channels that are here: by user, with the team of the channel. */
  readonly joins: Uint32Array;
}

/** Resolves references to keys, and frees the memory of both. Source of the rules: import-format section 4. */
export function resolvePart({ definitions, references, isFirst }: KeySlice): ResolvedSlice {
  using defined = new Definitions(definitions);
  const verdicts = new Verdicts();
  const missing: number[] = [];
  const joins: Uint32Array[] = [];
  let withheld = 0;
  for (let at = 0; at < definitions.length; at += recordWords) {
    const isItem = !(definitions[at + recordAt.kind]! & recordFlag.salvaged);
    if (defined.define(at) && isItem && isFirst) verdicts.judge(definitions, at, verdict.duplicate);
  }
  for (let at = 0; at < references.length; at += recordWords) {
    const word = references[at + recordAt.kind]!;
    const kind = word & 0xff;
    const to = defined.find(references, at);
    const toKind = to < 0 ? 0 : definitions[to + recordAt.kind]!;
    if (to < 0) {
      if (kind === recordKind.join) continue;
      const place = verdicts.miss(references, at);
      if (!(word & recordFlag.membership)) missing.push(place);
    } else if (toKind & recordFlag.broken) {
      if (kind !== recordKind.join) withheld += references[at + recordAt.count]!;
    } else if (kind === recordKind.parent) {
      verdicts.judge(references, at, thread(references, at, definitions, to));
    } else if (kind === recordKind.react) {
      if (toKind & recordFlag.deleted) verdicts.judge(references, at, verdict.onDeleted);
    } else if (kind === recordKind.join) {
      const member = references.slice(at, at + recordWords);
      member.copyWithin(recordAt.key, recordAt.context, recordAt.context + keyWords);
      const team = to + recordAt.context;
      member.set(definitions.subarray(team, team + keyWords), recordAt.context);
      joins.push(member);
    }
  }
  free(references);
  return {
    verdicts: verdicts.take(),
    missing: Uint32Array.from(missing),
    withheld,
    joins: together(joins),
  };
}

function together(records: readonly Uint32Array[]): Uint32Array {
  const words = new Uint32Array(records.length * recordWords);
  for (const [n, record] of records.entries()) words.set(record, n * recordWords);
  return words;
}
