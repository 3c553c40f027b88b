import type { AnalyseOptions } from "./analyse.ts";
import { type CollectedChunk, noItems } from "./collect-chunk.ts";
import { inOrder } from "./in-order.ts";
import type { Layout } from "./layout.ts";
import { fileStart } from "./read-chunk.ts";
import type { Position } from "./segment.ts";
import type { Runner } from "./task.ts";
import type { ByteRange } from "./byte-range.ts";

/** A chunk that has been read from where it really begins. */
export interface ReadChunk extends CollectedChunk {
  readonly from: number;
  readonly to: number;
  readonly start: Position;
  /** Elements before it. */
  readonly index: number;
}

/** The first pass over a file: its chunks side by side, each from where an element seems to begin. As a chunk ends where the next one really begins, a wrong guess shows, and that chunk is read again. */
export async function collectFile(
  source: ByteRange,
  layout: Layout,
  ranges: readonly { from: number; to: number }[],
  runner: Runner,
  { onProgress, signal }: AnalyseOptions,
): Promise<ReadChunk[]> {
  const chunks: ReadChunk[] = [];
  let start: Position = fileStart(layout);
  let index = 0;
  let issues = 0;
  const first = start;
  const collected = inOrder(ranges.entries(), runner.width * 3, ([n, range]) =>
    runner.run({ kind: "collect", chunk: n === 0 ? { ...range, start: first } : range }),
  );
  for await (const guess of collected) {
    signal?.throwIfAborted();
    const { from, to } = ranges[chunks.length]!;
    let read = guess;
    if (start.offset < to && !samePosition(guess.range.start, start)) {
      read = await runner.run({ kind: "collect", chunk: { from, to, start } });
    } else if (start.offset >= to && chunks.length > 0) {
      read = { ...guess, ...nothingRead(start) };
    }
    chunks.push({ ...read, from, to, start, index });
    index += read.elements;
    issues += read.errors + read.warnings;
    start = read.range.end;
    onProgress?.({ phase: "reading", bytes: to, size: source.size, elements: index, issues });
  }
  return chunks;
}

/** The chunk before has read all of this one as well. */
function nothingRead(
  start: Position,
): Omit<CollectedChunk, "range"> & Pick<CollectedChunk, "range"> {
  const records = new Uint32Array(0);
  const range = { start, end: start };
  return { range, elements: 0, items: noItems(), errors: 0, warnings: 0, records };
}

function samePosition(a: Position | undefined, b: Position): boolean {
  return a?.offset === b.offset && a.closed === b.closed && a.opening === b.opening;
}
