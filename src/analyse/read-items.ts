import { type CheckedItem, isItemTypeName, type RawObject } from "../format/index.ts";
import type { FileRange } from "./file-range.ts";
import { detectLayout } from "./layout.ts";
import { fileStart, readChunk } from "./read-chunk.ts";
import { SourceError } from "./source-error.ts";

/** Items that stand one behind the other in one of the files. */
export interface ItemBatch {
  readonly items: readonly CheckedItem[];
  /** Which element of the files the first one is, from 0, as if they stood one behind the other. */
  readonly index: number;
  /** Where reading goes on after them, in bytes of the files as if they stood one behind the other: hand it to {@link readItems} to begin there. */
  readonly offset: number;
}

const piece = 32_768;

/** Reads the items of files that were found valid once more, in order, from a place that an earlier batch gave.
 *
 * @param chunk tells how many bytes the next batch takes. Default: a megabyte
 * @throws SourceError `changed` where a file is no longer what was analysed */
export async function* readItems(
  sources: readonly FileRange[],
  from: { readonly index: number; readonly offset: number } = { index: 0, offset: 0 },
  chunk: () => number = () => 1_048_576,
): AsyncGenerator<ItemBatch, void> {
  let { index } = from;
  let before = 0;
  for (const source of sources) {
    if (from.offset < before + source.size) {
      await source.mustBeUnchanged();
      for await (const { items, offset } of readFile(
        source,
        Math.max(0, from.offset - before),
        chunk,
      )) {
        yield { items, index, offset: before + offset };
        index += items.length;
      }
    }
    before += source.size;
  }
}

/** The items of one file, from a byte on that is 0 or where an earlier batch of it ended. */
async function* readFile(
  source: FileRange,
  from: number,
  chunk: () => number,
): AsyncGenerator<Omit<ItemBatch, "index">, void> {
  const layout = await detectLayout(source);
  const options = { layout, piece, maxItem: Number.MAX_SAFE_INTEGER };
  let start = fileStart(layout);
  if (from > start.offset) start = { offset: from, closed: start.closed };
  while (start.offset < source.size) {
    const items: CheckedItem[] = [];
    const range = { from: start.offset, to: Math.min(start.offset + chunk(), source.size), start };
    const segments = readChunk(source, range, options);
    let next = await segments.next();
    for (; !next.done; next = await segments.next()) {
      if (next.value.kind === "broken") throw new SourceError("changed", source.name);
      for (const value of next.value.values) items.push(asItem(value, source.name));
    }
    start = next.value.end;
    if (start.offset >= source.size) await source.mustBeUnchanged();
    yield { items, offset: start.offset };
  }
}

function asItem(value: unknown, file: string): CheckedItem {
  const { type, item, data } = value as RawObject;
  const inner = item ?? data;
  if (!isItemTypeName(type) || typeof inner !== "object" || inner === null) {
    throw new SourceError("changed", file);
  }
  return { type, item: inner as RawObject };
}
