import {
  checkElement,
  checkNames,
  type CheckedItem,
  type CheckOptions,
  type Issue,
  type IssueCode,
  itemId,
  itemKey,
} from "../format/index.ts";
import { blockCache } from "./block-cache.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import { quoteLimit } from "./issue-record.ts";
import { keyHasher } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";
import type { KnownItem } from "./known-item.ts";
import type { TextPlace } from "./locate.ts";
import { type Chunk, readChunk } from "./read-chunk.ts";
import { referenceIssues } from "./reference-issues.ts";
import { openReportReader } from "./report-reader.ts";
import type { PlainReader } from "./plain-reader.ts";
import { ReportLines } from "./report-lines.ts";
import { malformed, type Places, unexpectedEnd } from "./segment.ts";
import { verdictAt, verdictWords } from "./verdict.ts";

/** What the second pass needs to know of a chunk that the first pass and the other chunks found out. */
export interface ReportTask {
  /** What the report calls the file. */
  readonly name: string;
  /** The chunk, with its start. */
  readonly chunk: Chunk;
  /** Elements before it. */
  readonly index: number;
  /** The place of its start. */
  readonly place: TextPlace;
  /** What resolving found in it, as {@link verdictAt} says. */
  readonly verdicts: Uint32Array;
  /** Whether an object in it has a name twice. */
  readonly namesTwice: boolean;
  /** What {@link knownElsewhere} found. */
  readonly known: ReadonlyMap<string, KnownItem>;
  /** What {@link findNeighbours} found. */
  readonly neighbours: ReadonlyMap<string, string>;
  /** Say at the end of the chunk that the text ends too early. */
  readonly endsTooEarly: boolean;
}

/** A part of what the second pass over a chunk gives: finished lines of the report. */
export interface ReportPart {
  /** JSON Lines of {@link IssueRecord}, as UTF-8. */
  readonly lines: Uint8Array;
  readonly byCode: Partial<Record<IssueCode, number>>;
  readonly withheld: number;
}

/** How many issues of one item are in memory at once; for more, it is checked again. */
const issuesAtOnce = 20_000;

/** The second pass over a chunk in which something is wrong: makes the issues, in the order of the file, with all that a report says of them. They come in parts: an item may have so many that they do not fit into memory. */
export async function* reportChunk(
  source: ByteRange,
  task: ReportTask,
  options: ChunkOptions,
): AsyncGenerator<ReportPart, void> {
  using cached = blockCache(source);
  const hasher = keyHasher(options.seed);
  const missing = missingKeys(task.verdicts);
  const bits = itemBits(task.verdicts);
  using lines = new ReportLines(cached, task);
  using reader = openReportReader(missing, bits, options);
  const read: PlainReader | undefined =
    reader &&
    ((...where) => {
      const { end, elements } = reader.plain.read(...where, index - task.index);
      index += elements;
      return end;
    });
  let index = task.index;
  for await (const segment of readChunk(source, task.chunk, options, read)) {
    if (lines.full) yield lines.take();
    if (segment.kind === "broken") {
      const { start, at } = segment;
      const text = segment.element
        ? await quote(cached, start, segment.end)
        : (await quote(cached, start, source.size)).split("\n")[0]!;
      await lines.goTo({ index, start, at, ...unknown, text });
      lines.add(segment.issue);
      if (segment.element) index++;
      continue;
    }
    const doubtful = task.namesTwice ? segment.doubtful() : undefined;
    let places: Places | undefined;
    for (const [i, value] of segment.values.entries()) {
      const find = (from: number) =>
        findIssues(value, doubtful?.get(i), options.check, segment.suspectText, from);
      let found = find(0);
      const { checked } = found;
      const verdicts = bits.get(index - task.index) ?? 0;
      const mayTell = missing.size > 0 || verdicts !== 0;
      const decided =
        mayTell && checked
          ? referenceIssues(checked, missing, task.known, verdicts, hasher)
          : undefined;
      lines.withheld += decided?.withheld ?? 0;
      if (found.issues.length > 0 || decided?.issues.length) {
        places ??= segment.places();
        const start = places.starts[i]!;
        // As a value it would not show what is wrong.
        const doubled = found.issues[0]?.code === "duplicate_key";
        const item = doubled ? null : quotable(checked?.item ?? value);
        const text = item === null ? await quote(cached, start, places.ends[i]!) : null;
        await lines.goTo({ index, start, ...named(value, checked), item, text });
        for (let from = issuesAtOnce; ; from += issuesAtOnce) {
          for (const issue of found.issues) {
            lines.add(issue);
            if (lines.full) yield lines.take();
          }
          if (found.issues.length < issuesAtOnce) break;
          found = find(from);
        }
        const own = checked && itemKey(checked.type, checked.item);
        for (const { issue, reference } of decided?.issues ?? []) {
          const known = reference && task.neighbours.get(keyText(reference.space, reference.key));
          lines.add(issue, known === own ? undefined : known);
          if (lines.full) yield lines.take();
        }
      }
      index++;
    }
  }
  if (task.endsTooEarly) {
    await lines.goTo({ index, start: source.size, ...unknown, text: "" });
    lines.add(malformed(unexpectedEnd));
  }
  yield lines.take();
}

/** What is known of text that is no JSON. */
const unknown = { type: null, id: null, item: null } as const;

/** Checks an element, and keeps a share of what is wrong with it: as much as fits into memory, from the issue on that is to be the first. */
function findIssues(
  value: unknown,
  doubtful: string | undefined,
  check: CheckOptions,
  suspectText: boolean,
  from: number,
) {
  const issues: Issue[] = [];
  let count = 0;
  const push = (issue: Issue) => {
    if (count >= from && issues.length < issuesAtOnce) issues.push(issue);
    count++;
  };
  if (doubtful !== undefined) checkNames(doubtful, { push });
  return { checked: checkElement(value, check, suspectText, { push }), issues };
}

function named(value: unknown, checked: CheckedItem | undefined) {
  if (checked) return { type: checked.type, id: itemId(checked.type, checked.item) };
  const type: unknown =
    typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  return { type: typeof type === "string" ? type.slice(0, 255) : null, id: null };
}

/** The value as JSON where there is one, short enough to be quoted whole. */
function quotable(value: unknown): string | null {
  if (value === null) return null;
  try {
    const json = JSON.stringify(value);
    return json.length <= quoteLimit ? json : null;
  } catch {
    // Nested too deeply even to be written down.
    return null;
  }
}

async function quote(source: ByteRange, start: number, end: number): Promise<string> {
  const bytes = await source.read(start, Math.min(end - start, quoteLimit));
  return new TextDecoder().decode(bytes, { stream: true }).trimEnd();
}

function missingKeys(verdicts: Uint32Array): KeyMap {
  const map = new KeyMap(0);
  for (let at = 0; at < verdicts.length; at += verdictWords) {
    if (verdicts[at + verdictAt.bits] === 0) map.add(verdicts, at + verdictAt.key, 0);
  }
  return map;
}

function itemBits(verdicts: Uint32Array): Map<number, number> {
  const bits = new Map<number, number>();
  for (let at = 0; at < verdicts.length; at += verdictWords) {
    if (verdicts[at + verdictAt.bits] === 0) continue;
    const ordinal = verdicts[at + verdictAt.ordinal]!;
    bits.set(ordinal, (bits.get(ordinal) ?? 0) | verdicts[at + verdictAt.bits]!);
  }
  return bits;
}
