import {
  checkElement,
  checkNames,
  type CheckedItem,
  type CheckOptions,
  explanations,
  hint,
  type Issue,
  type IssueCode,
  itemId,
  itemKey,
  sentence,
} from "../format/index.ts";
import { blockCache } from "./block-cache.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import { type IssueRecord, quoteLimit } from "./issue-record.ts";
import { keyHasher } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keyText } from "./key-record.ts";
import type { KnownItem } from "./known-item.ts";
import { locate, type TextPlace } from "./locate.ts";
import { type Chunk, readChunk } from "./read-chunk.ts";
import { referenceIssues } from "./reference-issues.ts";
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
  /** The first {@link firstOfCode} issues of each code. */
  readonly first: readonly IssueRecord[];
}

/** How many issues of each code an analysis keeps at hand. */
export const firstOfCode = 3;

/** How many issues of one item quote it; a list of 100,000 wrong entries must not quote itself as often. */
const quotesOfItem = 100;

/** How many issues of one item are in memory at once; for more, it is checked again. */
const issuesAtOnce = 20_000;

/** About how many bytes of lines a part holds. */
const partSize = 524_288;

/** About how many bytes an issue takes beside its texts. */
const lineSize = 200;

/** An issue whose place in the text is still to be found. */
type Draft = Omit<IssueRecord, "file" | "line" | "column">;

/** The second pass over a chunk in which something is wrong: makes the issues, in the order of the file, with all that a report says of them. They come in parts: an item may have so many that they do not fit into memory. */
export async function* reportChunk(
  source: ByteRange,
  task: ReportTask,
  options: ChunkOptions,
): AsyncGenerator<ReportPart, void> {
  const cached = blockCache(source);
  const hasher = keyHasher(options.seed);
  const missing = missingKeys(task.verdicts);
  const bits = itemBits(task.verdicts);
  const parts = new Parts(cached, task);
  let index = task.index;
  for await (const segment of readChunk(source, task.chunk, options)) {
    if (parts.full) yield await parts.take();
    if (segment.kind === "broken") {
      const text = segment.element
        ? await quote(cached, segment.start, segment.end)
        : (await quote(cached, segment.start, source.size)).split("\n")[0]!;
      parts.from = segment.start;
      parts.add(draft(segment.issue, index, segment.at, null, null, { item: null, text }));
      if (segment.element) index++;
      continue;
    }
    const doubtful = segment.doubtful();
    let places: Places | undefined;
    for (const [i, value] of segment.values.entries()) {
      const find = (from: number) =>
        findIssues(value, doubtful.get(i), options.check, segment.suspectText, from);
      let found = find(0);
      const { checked } = found;
      const verdicts = bits.get(index - task.index) ?? 0;
      const decided = checked && referenceIssues(checked, missing, task.known, verdicts, hasher);
      parts.withheld += decided?.withheld ?? 0;
      if (found.issues.length > 0 || (decided && decided.issues.length > 0)) {
        places ??= segment.places();
        const start = places.starts[i]!;
        // As a value it would not show what is wrong.
        const doubled = found.issues[0]?.code === "duplicate_key";
        const item = doubled ? null : quotable(checked?.item ?? value);
        const text = item === null ? await quote(cached, start, places.ends[i]!) : null;
        const { type, id } = named(value, checked);
        let quotes = 0;
        const quotation = () => (quotes++ < quotesOfItem ? { item, text } : noQuotation);
        parts.from = start;
        for (let from = issuesAtOnce; ; from += issuesAtOnce) {
          for (const issue of found.issues) {
            parts.add(draft(issue, index, start, type, id, quotation()));
            if (parts.full) yield await parts.take();
          }
          if (found.issues.length < issuesAtOnce) break;
          found = find(from);
        }
        const own = checked && itemKey(checked.type, checked.item);
        for (const { issue, reference } of decided?.issues ?? []) {
          const known = reference && task.neighbours.get(keyText(reference.space, reference.key));
          const suggested = known === own ? undefined : known;
          parts.add(draft(issue, index, start, type, id, quotation(), suggested));
          if (parts.full) yield await parts.take();
        }
      }
      index++;
    }
  }
  if (task.endsTooEarly) {
    const issue = malformed(unexpectedEnd);
    parts.add(draft(issue, index, source.size, null, null, { item: null, text: "" }));
  }
  yield await parts.take();
}

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

/** Gathers issues until they make a part. */
class Parts {
  /** No later issue has an offset before this one. */
  from: number;
  withheld = 0;
  readonly #source: ByteRange;
  readonly #file: string;
  #drafts: Draft[] = [];
  #size = 0;
  /** Up to where lines and columns have been counted. */
  #at: number;
  #place: TextPlace;

  constructor(source: ByteRange, { name, chunk, place }: ReportTask) {
    this.#source = source;
    this.#file = name;
    this.#at = chunk.start!.offset;
    this.from = this.#at;
    this.#place = place;
  }

  add(draft: Draft): void {
    this.#drafts.push(draft);
    const { message, pointer, id, item, item_text, hint } = draft;
    const quoted = item === null ? (item_text?.length ?? 0) : quoteLimit / 4;
    this.#size += lineSize + message.length + pointer.length + hint.length + quoted;
    this.#size += id?.length ?? 0;
  }

  get full(): boolean {
    return this.#size > partSize;
  }

  async take(): Promise<ReportPart> {
    const places = await this.#places();
    const byCode: Partial<Record<IssueCode, number>> = {};
    const first: IssueRecord[] = [];
    const lines: string[] = [];
    for (const draft of this.#drafts) {
      const { code, message, severity, item_type, index, offset, ...rest } = draft;
      const place = { file: this.#file, index, offset, ...places.get(offset)! };
      const record = { code, message, severity, item_type, ...place, ...rest };
      const count = (byCode[code] = (byCode[code] ?? 0) + 1);
      if (count <= firstOfCode) first.push(record);
      lines.push(`${JSON.stringify(record)}\n`);
    }
    const { withheld } = this;
    this.#drafts = [];
    this.#size = 0;
    this.withheld = 0;
    return { lines: new TextEncoder().encode(lines.join("")), byCode, withheld, first };
  }

  /** Finds the lines and columns in one go over the text. A broken stretch may end behind the start of the next element, so offsets are sorted first, and those behind it are counted again. */
  async #places(): Promise<ReadonlyMap<number, TextPlace>> {
    const offsets = new Set(this.#drafts.map(({ offset }) => offset)).add(this.from);
    const places = new Map<number, TextPlace>();
    let at = this.#at;
    let place = this.#place;
    for (const offset of [...offsets].sort((a, b) => a - b)) {
      place = await locate(this.#source, at, offset, place);
      at = offset;
      places.set(offset, place);
    }
    this.#at = this.from;
    this.#place = places.get(this.from)!;
    return places;
  }
}

/** What a report shows of an item: the item, or the beginning of its text. */
interface Quotation {
  readonly item: unknown;
  readonly text: string | null;
}

const noQuotation: Quotation = { item: null, text: null };

function draft(
  issue: Issue,
  index: number,
  offset: number,
  item_type: string | null,
  id: string | null,
  { item, text: item_text }: Quotation,
  known?: string,
): Draft {
  const { code, pointer } = issue;
  const { severity } = explanations[code];
  const place = { item_type, index, offset, pointer, id, item, item_text };
  return { code, message: sentence(issue), severity, ...place, hint: hint(issue, known) };
}

function named(value: unknown, checked: CheckedItem | undefined) {
  if (checked) return { type: checked.type, id: itemId(checked.type, checked.item) };
  const type: unknown =
    typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  return { type: typeof type === "string" ? type.slice(0, 255) : null, id: null };
}

/** The value where it is short enough to be quoted whole. */
function quotable(value: unknown): unknown {
  try {
    return JSON.stringify(value).length <= quoteLimit ? value : null;
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
