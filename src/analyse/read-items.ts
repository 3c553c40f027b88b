import { type CheckedItem, isItemTypeName, type RawObject } from "../format/index.ts";
import type { FileRange } from "./file-range.ts";
import { detectLayout } from "./layout.ts";
import { fileStart, readChunk } from "./read-chunk.ts";
import { SourceError } from "./source-error.ts";

/** Items that stand one behind the other in the file. */
export interface ItemBatch {
  readonly items: readonly CheckedItem[];
  /** Which element of the file the first one is, from 0. */
  readonly index: number;
  /** Where reading goes on after them: hand it to {@link readItems} to begin there. */
  readonly offset: number;
}

const chunk = 1_048_576;
const piece = 32_768;

/** Reads the items of a file that was found valid once more, in order, from a place that an earlier batch gave. Batches hold about a megabyte.
 *
 * @throws SourceError `changed` where the file is no longer what was analysed */
export async function* readItems(
  source: FileRange,
  from: { readonly index: number; readonly offset: number } = { index: 0, offset: 0 },
): AsyncGenerator<ItemBatch, void> {
  const layout = await detectLayout(source);
  const options = { layout, piece, maxItem: Number.MAX_SAFE_INTEGER };
  let { index } = from;
  let start = fileStart(layout);
  if (from.offset > start.offset) start = { offset: from.offset, closed: start.closed };
  while (start.offset < source.size) {
    const items: CheckedItem[] = [];
    const range = { from: start.offset, to: Math.min(start.offset + chunk, source.size), start };
    const segments = readChunk(source, range, options);
    let next = await segments.next();
    for (; !next.done; next = await segments.next()) {
      if (next.value.kind === "broken") throw new SourceError("changed", source.path);
      for (const value of next.value.values) items.push(asItem(value, source.path));
    }
    start = next.value.end;
    if (start.offset >= source.size) await source.mustBeUnchanged();
    yield { items, index, offset: start.offset };
    index += items.length;
  }
}

function asItem(value: unknown, path: string): CheckedItem {
  const { type, item, data } = value as RawObject;
  const inner = item ?? data;
  if (!isItemTypeName(type) || typeof inner !== "object" || inner === null) {
    throw new SourceError("changed", path);
  }
  return { type, item: inner as RawObject };
}
