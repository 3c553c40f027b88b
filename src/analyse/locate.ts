import type { ByteRange } from "./byte-range.ts";

/** A place as editors count: line and column from 1, the column in Unicode code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

const block = 65_536;

/** Moves a place from one byte to a later one, by the text between them. */
export async function locate(
  source: ByteRange,
  from: number,
  to: number,
  place: TextPlace,
): Promise<TextPlace> {
  let moved = place;
  const into = to - from > block ? new Uint8Array(block) : undefined;
  for (let at = from; at < to; at += block) {
    const bytes = await source.read(at, Math.min(block, to - at), into);
    if (bytes.length === 0) break;
    moved = movePlace(moved, bytes);
  }
  return moved;
}

/** Moves a place by the text behind it. */
export function movePlace({ line, column }: TextPlace, bytes: Uint8Array): TextPlace {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 0x0a) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) {
      column++;
    }
  }
  return { line, column };
}
