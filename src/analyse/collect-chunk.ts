import {
  checkElement,
  type CheckOptions,
  explanations,
  type Issue,
  type IssueSink,
  type ItemTypeName,
  itemTypeNames,
} from "../format/index.ts";
import { blockCache } from "./block-cache.ts";
import type { ByteRange } from "./byte-range.ts";
import { keyHasher } from "./key-hash.ts";
import { recordFlag } from "./key-record.ts";
import { KeyRecords } from "./key-records.ts";
import { type Chunk, type ChunkRange, readChunk, type ReadOptions } from "./read-chunk.ts";
import { salvageElement, salvageLength, salvageText } from "./salvage.ts";
import type { Broken } from "./segment.ts";

/** How many items of each type there are. */
export type ItemCounts = Record<ItemTypeName, number>;

/** Everything that the analysis of a chunk needs to know beside the chunk; the same for all of them. Plain data. */
export interface ChunkOptions extends ReadOptions {
  readonly check: CheckOptions;
  /** Four words, the secret of the key hashes. */
  readonly seed: Uint32Array;
}

/** What the first pass over a chunk gives: counts and keys, never items. */
export interface CollectedChunk {
  readonly range: ChunkRange;
  /** Elements, broken ones included. */
  readonly elements: number;
  /** Items by type. */
  readonly items: ItemCounts;
  /** Issues that an item has by itself. */
  readonly errors: number;
  readonly warnings: number;
  /** Records of {@link KeyRecords}. */
  readonly records: Uint32Array;
}

/** The first pass over a chunk: every item is checked by itself, what is wrong is counted, and its key and references are kept. */
export async function collectChunk(
  source: ByteRange,
  chunk: Chunk,
  options: ChunkOptions,
): Promise<CollectedChunk> {
  const cached = blockCache(source);
  const records = new KeyRecords(keyHasher(options.seed), options.check.multiTenant);
  const items = noItems();
  const issues = new IssueCounter();
  let elements = 0;
  const segments = readChunk(source, chunk, options);
  for (;;) {
    const next = await segments.next();
    if (next.done) {
      const { errors, warnings } = issues;
      return { range: next.value, elements, items, errors, warnings, records: records.words };
    }
    const segment = next.value;
    if (segment.kind === "broken") {
      issues.push(segment.issue);
      if (!segment.element) continue;
      for (const item of await salvaged(cached, segment)) {
        records.define(item, elements, recordFlag.salvaged | recordFlag.broken);
      }
      elements++;
      continue;
    }
    for (const value of segment.values) {
      const before = issues.errors;
      const checked = checkElement(value, options.check, segment.suspectText, issues);
      if (checked) {
        items[checked.type]++;
        records.add(checked, elements, issues.errors > before);
      } else {
        for (const item of salvageElement(value)) {
          records.define(item, elements, recordFlag.salvaged | recordFlag.broken);
        }
      }
      elements++;
    }
  }
}

/** Zero of every type. */
export function noItems(): ItemCounts {
  return Object.fromEntries(itemTypeNames.map((name) => [name, 0])) as ItemCounts;
}

/** Counts issues and lets go of them. */
class IssueCounter implements IssueSink {
  errors = 0;
  warnings = 0;

  push({ code }: Issue): void {
    if (explanations[code].severity === "error") this.errors++;
    else this.warnings++;
  }
}

async function salvaged(source: ByteRange, { start, end }: Broken) {
  const bytes = await source.read(start, Math.min(end - start, salvageLength));
  return salvageText(new TextDecoder().decode(bytes));
}
