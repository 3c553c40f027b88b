import type { ByteRange } from "./byte-range.ts";
import type { ForeignEncoding } from "./foreign-encoding.ts";
import { findCut, findItemStart, itemStartLength } from "./item-start.ts";
import type { Layout } from "./layout.ts";
import type { PlainReader } from "./plain-reader.ts";
import { readArray } from "./read-array.ts";
import { nextLine, readLines } from "./read-lines.ts";
import type { Position, Segment } from "./segment.ts";
import { Window } from "./window.ts";

/** A part of the file that is read by itself. */
export interface Chunk {
  /** The elements that begin in [`from`, `to`) belong to it. */
  readonly from: number;
  readonly to: number;
  /** Where its first element begins, as far as that is known: at the start of the file, or by what was read before. Without it the reader looks for it, and what it finds is to be compared with where the chunk before ended. */
  readonly start?: Position;
}

/** How chunks are read. */
export interface ReadOptions {
  readonly layout: Layout;
  /** Bytes that are handed to JSON.parse at once. Default of the analysis: 32 KiB. */
  readonly piece: number;
  /** Longest element, in bytes. */
  readonly maxItem: number;
}

/** Where a chunk was read from and to. `start` is undefined when no element begins in it. */
export interface ChunkRange {
  readonly start: Position | undefined;
  readonly end: Position;
}

/** Where the first chunk of a file begins. */
export function fileStart({ container, start }: Layout): Position {
  return container === "array"
    ? { offset: start, closed: false, opening: true }
    : { offset: start, closed: true };
}

/** Reads the elements of a chunk; those that `plain` takes are not given. */
export async function* readChunk(
  source: ByteRange,
  chunk: Chunk,
  options: ReadOptions,
  plain?: PlainReader,
): AsyncGenerator<Segment, ChunkRange> {
  const { layout, piece, maxItem } = options;
  if (layout.encoding !== undefined) return yield* refuseEncoding(source, chunk, layout.encoding);
  using window = new Window(source);
  const from = chunk.start?.offset ?? chunk.from;
  await window.cover(Math.max(0, from - 1), Math.max(chunk.to, from) + piece);
  const start = chunk.start ?? (await findStart(window, chunk, layout));
  if (start === undefined) return { start, end: { offset: chunk.to, closed: false } };
  if (layout.container === "lines") {
    const end = yield* readLines(window, start.offset, chunk.to, piece, maxItem, plain);
    return { start, end };
  }
  const list = layout.container === "array";
  const reading = { window, to: chunk.to, piece, maxItem, list, plain };
  const end = yield* readArray(reading, start);
  return { start, end };
}

/** The first chunk says what is wrong with all of the file. */
function* refuseEncoding(
  { size }: ByteRange,
  { start }: Chunk,
  encoding: ForeignEncoding,
): Generator<Segment, ChunkRange> {
  if (start !== undefined) {
    const issue = { code: "wrong_encoding", pointer: "", encoding } as const;
    yield {
      kind: "broken",
      issue,
      at: start.offset,
      start: start.offset,
      end: size,
      element: true,
    };
  }
  return { start, end: { offset: size, closed: true } };
}

async function findStart(
  window: Window,
  chunk: Chunk,
  layout: Layout,
): Promise<Position | undefined> {
  if (layout.container === "lines") {
    const offset = await nextLine(window, chunk.from - 1, chunk.to);
    return offset < chunk.to ? { offset, closed: true } : undefined;
  }
  await window.cover(window.offset, chunk.to + itemStartLength);
  const limit = chunk.to - window.offset;
  const at = chunk.from - window.offset;
  if (layout.container === "array") {
    const cut = findCut(window.bytes, at, limit);
    return cut && { offset: window.offset + cut.start, closed: false };
  }
  const found = findItemStart(window.bytes, at, limit);
  return found < 0 ? undefined : { offset: window.offset + found, closed: true };
}
