import {
  checkElement,
  type CheckedItem,
  explanations,
  hint,
  type Issue,
  type IssueCode,
  itemId,
  itemKey,
  type Reference,
  sentence,
} from "../format/index.ts";
import { blockCache } from "./block-cache.ts";
import type { ByteRange } from "./byte-range.ts";
import type { ChunkOptions } from "./collect-chunk.ts";
import { type IssueRecord, quoteLimit } from "./issue-record.ts";
import { type KeyHasher, keyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { knownNeighbour } from "./known-neighbour.ts";
import { locate, type TextPlace } from "./locate.ts";
import { type Chunk, readChunk } from "./read-chunk.ts";
import { referenceIssues } from "./reference-issues.ts";
import type { ChunkVerdicts } from "./resolve.ts";
import { malformed, type Places, unexpectedEnd } from "./segment.ts";

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
  readonly verdicts: ChunkVerdicts;
  /** Memory of a {@link KeyMap} with everything the file defines, where neighbours of missing keys are to be looked for. */
  readonly defined: Uint32Array | undefined;
  /** Say at the end of the chunk that the text ends too early. */
  readonly endsTooEarly: boolean;
}

/** What the second pass over a chunk gives: the finished lines of the report. */
export interface ReportedChunk {
  /** JSON Lines of {@link IssueRecord}, as UTF-8. */
  readonly lines: Uint8Array;
  readonly byCode: Partial<Record<IssueCode, number>>;
  readonly withheld: number;
  /** The first {@link firstIssues} issues, and the first {@link firstOfCode} of each code. */
  readonly first: readonly IssueRecord[];
}

/** How many issues an analysis keeps at hand, whatever their codes. */
export const firstIssues = 100;

/** How many issues of each code it keeps beside these. */
export const firstOfCode = 3;

/** How many issues of one item quote it; a list of 100,000 wrong entries must not quote itself as often. */
const quotesOfItem = 100;

const block = 1000;

/** An issue whose place in the text is still to be found. */
type Draft = Omit<IssueRecord, "file" | "line" | "column">;

/** The second pass over a chunk in which something is wrong: makes the issues, in the order of the file, with all that a report says of them. */
export async function reportChunk(
  source: ByteRange,
  task: ReportTask,
  options: ChunkOptions,
): Promise<ReportedChunk> {
  const cached = blockCache(source);
  const hasher = keyHasher(options.seed);
  const missing = missingKeys(task.verdicts);
  const bits = itemBits(task.verdicts);
  const drafts: Draft[] = [];
  const issues: Issue[] = [];
  const suggest = suggestions(task, hasher);
  let index = task.index;
  let withheld = 0;
  for await (const segment of readChunk(source, task.chunk, options)) {
    if (segment.kind === "broken") {
      const text = segment.element
        ? await quote(cached, segment.start, segment.end)
        : (await quote(cached, segment.start, source.size)).split("\n")[0]!;
      drafts.push(draft(segment.issue, index, segment.at, null, null, null, text));
      if (segment.element) index++;
      continue;
    }
    let places: Places | undefined;
    for (const [i, value] of segment.values.entries()) {
      issues.length = 0;
      const checked = checkElement(value, options.check, segment.suspectText, issues);
      const verdicts = bits.get(index - task.index) ?? 0;
      const decided = checked && referenceIssues(checked, missing, verdicts, hasher);
      withheld += decided?.withheld ?? 0;
      if (issues.length > 0 || (decided && decided.issues.length > 0)) {
        places ??= segment.places();
        const start = places.starts[i]!;
        const quoted = quotable(checked?.item ?? value);
        const text = quoted === null ? await quote(cached, start, places.ends[i]!) : null;
        const { type, id } = named(value, checked);
        let added = 0;
        const add = (issue: Issue, known?: string) => {
          const quote =
            added++ < quotesOfItem ? ([quoted, text] as const) : ([null, null] as const);
          drafts.push(draft(issue, index, start, type, id, ...quote, known));
        };
        for (const issue of issues) add(issue);
        const own = checked && itemKey(checked.type, checked.item);
        for (const { issue, reference } of decided?.issues ?? []) {
          add(issue, suggest(reference, own));
        }
      }
      index++;
    }
  }
  if (task.endsTooEarly) {
    drafts.push(draft(malformed(unexpectedEnd), index, source.size, null, null, null, ""));
  }
  return finish(await placed(cached, task, drafts), withheld);
}

/** Finds the lines and columns in one go over the text. A broken stretch may end behind the start of the next element, so offsets are sorted first. */
async function placed(
  source: ByteRange,
  task: ReportTask,
  drafts: readonly Draft[],
): Promise<IssueRecord[]> {
  const offsets = [...new Set(drafts.map((draft) => draft.offset))].sort((a, b) => a - b);
  const places = new Map<number, TextPlace>();
  let at = task.chunk.start!.offset;
  let place = task.place;
  for (const offset of offsets) {
    place = await locate(source, at, offset, place);
    at = offset;
    places.set(offset, place);
  }
  return drafts.map((draft) => {
    const { code, message, severity, item_type, index, offset, ...rest } = draft;
    const place = { file: task.name, index, offset, ...places.get(offset)! };
    return { code, message, severity, item_type, ...place, ...rest };
  });
}

function finish(records: readonly IssueRecord[], withheld: number): ReportedChunk {
  const byCode: Partial<Record<IssueCode, number>> = {};
  const first: IssueRecord[] = [];
  for (const record of records) {
    const count = (byCode[record.code] = (byCode[record.code] ?? 0) + 1);
    if (first.length < firstIssues || count <= firstOfCode) first.push(record);
  }
  return { lines: encodeLines(records), byCode, withheld, first };
}

/** As UTF-8, in blocks: one string could grow longer than strings may be. */
function encodeLines(records: readonly IssueRecord[]): Uint8Array {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < records.length; at += block) {
    const lines = records.slice(at, at + block).map((record) => `${JSON.stringify(record)}\n`);
    blocks.push(encoder.encode(lines.join("")));
  }
  const bytes = new Uint8Array(blocks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const encoded of blocks) {
    bytes.set(encoded, at);
    at += encoded.length;
  }
  return bytes;
}

function draft(
  issue: Issue,
  index: number,
  offset: number,
  item_type: string | null,
  id: string | null,
  item: unknown,
  item_text: string | null,
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

function missingKeys({ missing }: ChunkVerdicts): KeyMap {
  const map = new KeyMap(missing.length / keyWords);
  const words = Uint32Array.from(missing);
  for (let at = 0; at < words.length; at += keyWords) map.add(words, at, 0, 0);
  return map;
}

function itemBits({ items }: ChunkVerdicts): Map<number, number> {
  const bits = new Map<number, number>();
  for (let i = 0; i < items.length; i += 2) {
    bits.set(items[i]!, (bits.get(items[i]!) ?? 0) | items[i + 1]!);
  }
  return bits;
}

function suggestions(task: ReportTask, hasher: KeyHasher) {
  const defined = task.defined && KeyMap.of(task.defined);
  const known = new Map<string, string | undefined>();
  return (reference: Reference | undefined, own: string | undefined): string | undefined => {
    if (reference === undefined || defined === undefined) return undefined;
    const { space, key } = reference;
    const text = `${space} ${key}`;
    if (!known.has(text)) known.set(text, knownNeighbour(space, key, defined, hasher));
    return known.get(text) === own ? undefined : known.get(text);
  };
}
