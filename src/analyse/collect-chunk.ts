import {
  checkElement,
  checkNames,
  type CheckOptions,
  explanations,
  type Issue,
  type IssueSink,
  type ItemTypeName,
  itemTypeNames,
} from "../format/index.ts";
import { blockCache } from "./block-cache.ts";
import type { ByteRange } from "./byte-range.ts";
import { type ChunkTools, giveBack, takeTools } from "./chunk-tools.ts";
import type { ChunkKeys } from "./gathered-keys.ts";
import { recordFlag } from "./key-record.ts";
import { keyShape } from "./key-sort.ts";
import type { PlainReader } from "./plain-reader.ts";
import { type Chunk, type ChunkRange, readChunk, type ReadOptions } from "./read-chunk.ts";
import { salvageElement, salvageLength, salvageText } from "./salvage.ts";
import type { Broken } from "./segment.ts";
import { sortRecords } from "./sort-records.ts";

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
  /** Issues that items have by themselves, of some only the first. */
  readonly errors: number;
  readonly warnings: number;
  /** Whether an object in it has a name twice. */
  readonly namesTwice: boolean;
  readonly keys: ChunkKeys;
}

/** The first pass over a chunk: every item is checked by itself, what is wrong is counted, and its key and references are kept. */
export async function collectChunk(
  source: ByteRange,
  chunk: Chunk,
  options: ChunkOptions,
): Promise<CollectedChunk> {
  using cached = blockCache(source);
  const tools = takeTools(options);
  const { records, plain } = tools;
  const items = noItems();
  const issues = new IssueCounter();
  let elements = 0;
  let namesTwice = false;
  const reader: PlainReader | undefined =
    plain &&
    ((...where) => {
      const read = plain.read(...where, elements);
      elements += read.elements;
      return read.end;
    });
  const segments = readChunk(source, chunk, options, reader);
  for (;;) {
    const next = await segments.next();
    if (next.done) {
      const { keys, broken } = takeKeys(tools, items);
      giveBack(tools, options);
      const { errors, warnings } = issues;
      return {
        range: next.value,
        elements,
        items,
        errors: errors + broken,
        warnings,
        namesTwice,
        keys,
      };
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
    const doubtful = segment.doubtful();
    for (const [i, value] of segment.values.entries()) {
      const before = issues.errors;
      const text = doubtful.get(i);
      if (text !== undefined) {
        checkNames(text, issues);
        // Its key may be the value that JSON.parse hides.
        if (issues.errors > before) {
          namesTwice = true;
          for (const item of salvageText(text.slice(0, salvageLength))) {
            records.define(item, elements, recordFlag.salvaged | recordFlag.broken);
          }
        }
      }
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

/** The keys of a chunk, and how many of its plain items are broken; all of those are counted in `counts`. */
function takeKeys(
  { items, teams, plain }: ChunkTools,
  counts: ItemCounts,
): { readonly keys: ChunkKeys; readonly broken: number } {
  const sortedTeams = sortRecords(teams.take(), keyShape);
  const others = items.take();
  if (plain === undefined) {
    return { keys: { items: sortRecords(others, keyShape), teams: sortedTeams }, broken: 0 };
  }
  const taken = plain.take(others);
  for (const [type, count] of taken.items) counts[type] += count;
  return { keys: { items: taken.records, teams: sortedTeams }, broken: taken.broken };
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

const decoder = new TextDecoder();

async function salvaged(source: ByteRange, { start, end }: Broken) {
  const bytes = await source.read(start, Math.min(end - start, salvageLength));
  return salvageText(decoder.decode(bytes));
}
