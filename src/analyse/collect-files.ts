import type { AnalyseOptions } from "./analyse.ts";
import { type CollectedChunk, noItems } from "./collect-chunk.ts";
import type { GatheredKeys } from "./gathered-keys.ts";
import { inOrder } from "./in-order.ts";
import { keyShape } from "./key-sort.ts";
import type { LaidOutFile } from "./input-file.ts";
import { fileStart } from "./read-chunk.ts";
import type { Position } from "./segment.ts";
import { sortRecords } from "./sort-records.ts";
import type { Runner } from "./task.ts";

/** A part of a file, by bytes alone: the elements that begin in [`from`, `to`) belong to it. */
export interface PlannedChunk {
  /** Which of the files. */
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

/** A chunk that has been read from where it really begins. */
export interface ReadChunk extends PlannedChunk, Omit<CollectedChunk, "keys"> {
  readonly start: Position;
  /** Elements before it in its file. */
  readonly index: number;
}

/** The first pass over files: their chunks side by side, each from where an element seems to begin. As a chunk ends where the next one really begins, a wrong guess shows, and that chunk is read again. Their records are `gathered`, in order. */
export async function collectFiles(
  files: readonly LaidOutFile[],
  planned: readonly PlannedChunk[],
  runner: Runner,
  gathered: GatheredKeys,
  { onProgress, signal }: AnalyseOptions,
): Promise<ReadChunk[]> {
  const size = files.reduce((sum, { source }) => sum + source.size, 0);
  const chunks: ReadChunk[] = [];
  let bytes = 0;
  let elements = 0;
  let issues = 0;
  const collected = inOrder(planned, runner.width * 2, ({ file, from, to }) => {
    const { layout } = files[file]!;
    const start = from === layout.start ? { start: fileStart(layout) } : {};
    return runner.run({ kind: "collect", file, chunk: { from, to, ...start } });
  });
  for await (const guess of collected) {
    signal?.throwIfAborted();
    const { file, from, to } = planned[chunks.length]!;
    const before = chunks.at(-1);
    const goesOn = before?.file === file;
    const start = goesOn ? before.range.end : fileStart(files[file]!.layout);
    const index = goesOn ? before.index + before.elements : 0;
    let read = guess;
    if (start.offset < to && !samePosition(guess.range.start, start)) {
      read = await runner.run({ kind: "collect", file, chunk: { from, to, start } });
    } else if (start.offset >= to && goesOn) {
      read = { ...guess, ...nothingRead(start) };
    }
    const { keys, ...rest } = read;
    await gathered.add(chunks.length, keys);
    chunks.push({ ...rest, file, from, to, start, index });
    bytes += to - (goesOn ? from : 0);
    elements += read.elements;
    issues += read.errors + read.warnings;
    onProgress?.({ phase: "reading", bytes, size, elements, issues });
  }
  return chunks;
}

/** The chunk before has read all of this one as well. */
function nothingRead(
  start: Position,
): Omit<CollectedChunk, "range"> & Pick<CollectedChunk, "range"> {
  const range = { start, end: start };
  const none = () => sortRecords(new Uint32Array(0), keyShape);
  return {
    range,
    elements: 0,
    items: noItems(),
    errors: 0,
    warnings: 0,
    namesTwice: false,
    keys: { items: none(), teams: none() },
  };
}

function samePosition(a: Position | undefined, b: Position): boolean {
  return a?.offset === b.offset && a.closed === b.closed && a.opening === b.opening;
}
