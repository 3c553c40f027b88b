import { parseJson } from "../format/index.ts";
import { doubtfulNames } from "./doubtful-names.ts";
import { decode, firstInvalidByte, isSuspect } from "./decode.ts";
import { pieceAfterPlain, type PlainReader } from "./plain-reader.ts";
import { findCut, findItemStart, itemStartLength } from "./item-start.ts";
import type { Elements, Places, Position, Segment } from "./segment.ts";
import { malformed, unexpectedEnd } from "./segment.ts";
import { invalidCharacter, scanValue, skipSpace } from "./scan-value.ts";
import { skipValue } from "./skip-value.ts";
import type { Window } from "./window.ts";

const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const lookahead = 16_384;
const mostPieces = 4;
const longestCharacter = 4;

/** What an array reader works on. */
export interface ArrayReading {
  readonly window: Window;
  /** Where reading may stop: behind the last element that begins before it. */
  readonly to: number;
  /** Bytes that are handed to JSON.parse at once. */
  readonly piece: number;
  readonly maxItem: number;
  /** Whether commas separate the elements and a bracket ends them; where not, white space does. */
  readonly list: boolean;
  /** Reads what it can of a list. */
  readonly plain: PlainReader | undefined;
}

/** Reads the elements that begin in [`from.offset`, `to`), given that one begins there (or the list ends), and gives where it stopped. Exact whatever the elements hold: a piece is cut where an element seems to start, and as the piece begins where one does, it only parses if it also ends where one does; where it does not parse, elements are told apart by scanning, up to one that is broken. */
export async function* readArray(
  reading: ArrayReading,
  from: Position,
): AsyncGenerator<Segment, Position> {
  const { window, to, piece, maxItem } = reading;
  let { offset, closed, opening = false } = from;
  /** Up to where the fast way has been tried in vain. */
  let slowUntil = 0;
  let size = piece;
  for (;;) {
    offset = await skipWhite(window, offset);
    if (offset >= window.source.size || offset >= to) {
      return opening ? { offset, closed, opening } : { offset, closed };
    }
    if (reading.list && !closed && reading.plain) {
      await window.cover(offset, Math.min(offset + piece, to) + lookahead);
      const [at, end] = [offset - window.offset, to - window.offset];
      const next = reading.plain(window.bytes, at, end, comma, maxItem) + window.offset;
      size = pieceAfterPlain(size, next > offset, piece);
      opening &&= next === offset;
      offset = next;
      if (offset >= to || offset >= window.end) continue;
    }
    if (reading.list && !closed && offset >= slowUntil && size > 1) {
      const target = Math.min(offset + size, to);
      await window.cover(offset, target + lookahead);
      const read = readPiece(reading, offset, target);
      if (read.elements) {
        yield read.elements;
        offset = read.end;
        closed = read.closed;
        opening = false;
        continue;
      }
      slowUntil = read.end;
    }
    if (reading.list && !closed && offset < slowUntil) {
      const target = Math.min(slowUntil, to, offset + piece);
      const run = readRun(reading, offset, target);
      // Where something is broken, more of the like is to be expected.
      if (run.end < target) slowUntil = Math.max(slowUntil, run.end + piece);
      if (run.elements) {
        yield run.elements;
        offset = run.end;
        opening = false;
        continue;
      }
    }

    const byte = window.bytes[offset - window.offset]!;
    if (closed && reading.list && [comma, openBracket, closeBracket].includes(byte)) {
      // It was reported that something stands behind the list; only what it holds is of interest.
      offset++;
      continue;
    }
    if (byte === closeBracket && reading.list) {
      if (!opening) yield await misplaced(window, offset, "looking for beginning of value");
      opening = false;
      offset++;
      closed = true;
    } else {
      opening = false;
      const next = yield* readElement(reading, offset, closed);
      offset = next.offset;
      closed ||= next.closed;
      if (!reading.list || closed || next.resumed) continue;
      offset = await skipWhite(window, offset);
      if (offset >= window.source.size) continue;
      const separator = window.bytes[offset - window.offset];
      if (separator === comma) {
        offset = await skipWhite(window, offset + 1);
        continue;
      }
      if (separator !== closeBracket) {
        const issue = await misplaced(window, offset, "after array element");
        const resumed = await nextItem(window, offset);
        yield { ...issue, end: resumed };
        if (resumed === window.source.size) closed = true;
        offset = resumed;
        continue;
      }
      offset++;
      closed = true;
    }
    if (closed) offset = yield* readTrailing(reading, offset);
  }
}

/** After the closing bracket: nothing but white space may follow. What does is reported once, and its items are still read. */
async function* readTrailing(reading: ArrayReading, from: number): AsyncGenerator<Segment, number> {
  const { window } = reading;
  const offset = await skipWhite(window, from);
  if (offset >= window.source.size) return offset;
  const issue = await misplaced(window, offset, "after top-level value");
  const end = await nextItem(window, offset);
  yield { ...issue, end };
  return end;
}

/** As many elements as fit into a piece, by one JSON.parse. Without elements: where the slow way may hand back. */
function readPiece(
  { window, to, piece, maxItem }: ArrayReading,
  from: number,
  target: number,
): { elements?: Elements; end: number; closed: boolean } {
  const { bytes, offset } = window;
  const start = from - offset;
  const limit = Math.min(target - offset + lookahead, bytes.length);
  const cut = findCut(bytes, target - offset, limit);
  let stop = cut?.comma ?? 0;
  if (cut === undefined) {
    if (!window.complete || limit < bytes.length) return { end: target, closed: false };
    stop = bytes.lastIndexOf(closeBracket);
  }
  const end = cut ? offset + cut.start : window.source.size;
  const closed = cut === undefined;
  if (stop <= start || (closed && skipSpace(bytes, stop + 1, bytes.length) < bytes.length)) {
    return { end, closed: false };
  }
  // One of its elements may be too large, or there are so many small ones that they take much memory.
  if (stop - start > Math.min(maxItem, mostPieces * piece)) return { end, closed: false };
  const text = decode(bytes.subarray(start, stop));
  const values = text === undefined ? undefined : parseList(text);
  if (text === undefined || values === undefined || values.length === 0) {
    return { end, closed: false };
  }
  const suspectText = isSuspect(text);
  const places = () => scanPlaces(bytes, start, values.length, offset);
  const elementsOf = (
    values: unknown[],
    from: number,
    to: number,
    places: () => Places,
  ): Elements => {
    const doubtful = () => doubtfulNames(bytes, offset, from, to, values, places);
    return { kind: "elements", values, suspectText, places, doubtful };
  };
  if (end > to) {
    // Elements that do not look like one may begin between here and the cut.
    const known = places();
    const behind = known.starts.findIndex((at) => at >= to);
    if (behind >= 0) {
      const end = known.starts[behind]!;
      const elements = elementsOf(values.slice(0, behind), start, end - offset, () => known);
      return { elements, end, closed: false };
    }
  }
  return { elements: elementsOf(values, start, stop, places), end, closed };
}

/** The elements up to one that is broken, too large or the last one in memory, told apart by scanning and read by one JSON.parse; each has a comma behind it. */
function readRun(
  { window, maxItem }: ArrayReading,
  from: number,
  to: number,
): { elements?: Elements; end: number } {
  const { bytes, offset } = window;
  const first = from - offset;
  let starts: number[] = [];
  let ends: number[] = [];
  const names: number[] = [];
  let next = first;
  while (next < to - offset) {
    const scanned = scanValue(bytes, next, bytes.length);
    if (scanned.kind !== "value" || scanned.end - next > maxItem) break;
    const separator = skipSpace(bytes, scanned.end, bytes.length);
    if (bytes[separator] !== comma) break;
    starts.push(offset + next);
    ends.push(offset + scanned.end);
    names.push(scanned.names);
    next = skipSpace(bytes, separator + 1, bytes.length);
  }
  let last = (ends.at(-1) ?? from) - offset;
  let text = decode(bytes.subarray(first, last));
  if (text === undefined) {
    const wrong = from + firstInvalidByte(bytes.subarray(first, last));
    const right = ends.findIndex((end) => end > wrong);
    next = starts[right]! - offset;
    starts = starts.slice(0, right);
    ends = ends.slice(0, right);
    last = (ends.at(-1) ?? from) - offset;
    text = decode(bytes.subarray(first, last))!;
  }
  const end = offset + next;
  if (starts.length === 0) return { end };
  const values = parseJson(`[${text}]`) as unknown[];
  const places = () => ({ starts, ends });
  const doubtful = () => doubtfulNames(bytes, offset, first, last, values, places, names);
  const suspectText = isSuspect(text);
  return { elements: { kind: "elements", values, suspectText, places, doubtful }, end };
}

function parseList(text: string): unknown[] | undefined {
  try {
    return parseJson(`[${text}]`) as unknown[];
  } catch {
    return undefined;
  }
}

/** The places of `count` elements known to be well formed, from `start` on. */
function scanPlaces(bytes: Uint8Array, start: number, count: number, offset: number) {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = start, n = 0; n < count; n++) {
    i = skipSpace(bytes, i, bytes.length);
    const scanned = scanValue(bytes, i, bytes.length);
    if (scanned.kind !== "value") break;
    starts.push(offset + i);
    ends.push(offset + scanned.end);
    i = skipSpace(bytes, scanned.end, bytes.length) + 1;
  }
  return { starts, ends };
}

/** Reads the element at `start` by itself. `resumed` says that what follows is not a separator but the next element found. */
async function* readElement(
  reading: ArrayReading,
  start: number,
  closed: boolean,
): AsyncGenerator<Segment, Position & { resumed: boolean }> {
  const { window, maxItem } = reading;
  const stretch = { kind: "broken", start, element: true } as const;
  const size = window.source.size;
  for (;;) {
    const { bytes } = window;
    const at = start - window.offset;
    const scanned = scanValue(bytes, at, bytes.length);
    const stop =
      scanned.kind === "value"
        ? scanned.end
        : scanned.kind === "broken"
          ? scanned.at
          : bytes.length;
    const length = stop - at;
    if (length > maxItem) {
      const end = await skipValue(window, start);
      const issue = { code: "item_too_large", pointer: "", max: maxItem } as const;
      yield { ...stretch, issue, at: start, end };
      return { offset: end, closed: closed || end === size, resumed: false };
    }
    // A literal, or a character that cannot stand there, may go on behind the end of what is in memory.
    if (!window.complete && stop + (scanned.kind === "broken" ? 3 : 0) >= bytes.length) {
      await window.grow(start);
      continue;
    }
    if (scanned.kind === "value") {
      const end = start + length;
      const text = decode(bytes.subarray(at, at + length));
      if (text === undefined) {
        const wrong = start + firstInvalidByte(bytes.subarray(at, at + length));
        yield { ...stretch, issue: { code: "invalid_utf8", pointer: "" }, at: wrong, end };
      } else {
        const values = [parseJson(text)];
        const places = () => ({ starts: [start], ends: [end] });
        const doubtful = () => doubtfulNames(bytes, window.offset, at, at + length, values, places);
        yield { kind: "elements", values, suspectText: isSuspect(text), places, doubtful };
      }
      return { offset: end, closed, resumed: false };
    }
    const wrong = scanned.kind === "broken" ? window.offset + scanned.at : window.end;
    const reason = scanned.kind === "broken" ? scanned.reason : unexpectedEnd;
    const next = await nextItem(window, start + 1);
    yield { ...stretch, issue: malformed(reason), at: wrong, end: next };
    return { offset: next, closed: closed || next === size, resumed: true };
  }
}

/** The first place at or after `from` where an element seems to start, or the end of the source. Keeps what is in memory where it can. */
async function nextItem(window: Window, from: number): Promise<number> {
  for (let at = from; ;) {
    await window.cover(at, at + itemStartLength);
    // What begins near the end of what is in memory cannot be told yet.
    const to = window.complete ? window.end : window.end - itemStartLength + 1;
    const found = findItemStart(window.bytes, at - window.offset, to - window.offset);
    if (found >= 0) return window.offset + found;
    if (window.complete) return window.source.size;
    at = to;
    await window.cover(at, at + 262_144);
  }
}

async function skipWhite(window: Window, from: number): Promise<number> {
  for (let at = from; ;) {
    await window.cover(at, at + 1);
    at = window.offset + skipSpace(window.bytes, at - window.offset, window.bytes.length);
    if (at < window.end || window.complete) return at;
    await window.passOn();
  }
}

async function misplaced(window: Window, at: number, where: string) {
  await window.cover(at, at + longestCharacter);
  const issue = malformed(invalidCharacter(window.bytes, at - window.offset, where));
  return { kind: "broken", issue, at, start: at, end: at + 1, element: false } as const;
}
