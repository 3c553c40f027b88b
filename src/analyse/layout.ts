import type { ByteRange } from "./byte-range.ts";
import { type ForeignEncoding, foreignEncoding } from "./foreign-encoding.ts";
import { scanValue, skipSpace } from "./scan-value.ts";

/** How the elements are held together. `array`: one JSON list. `lines`: JSON Lines, one element a line. `values`: elements one behind the other, over several lines each. */
export interface Layout {
  readonly container: "array" | "lines" | "values";
  /** The first byte behind a byte order mark and the opening bracket. */
  readonly start: number;
  /** What the text is encoded in where that is not UTF-8; nothing in it can be read then. */
  readonly encoding?: ForeignEncoding;
}

const head = 65_536;

/** Tells the container by its bytes, never by its name. */
export async function detectLayout(source: ByteRange): Promise<Layout> {
  const [a, b, c, d] = await source.read(0, 4);
  const encoding = foreignEncoding(a, b, c, d);
  if (encoding !== undefined) return { container: "values", start: 0, encoding };
  const mark = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const first = await skipWhite(source, mark);
  const bytes = await source.read(first, head);
  if (bytes[0] === 0x5b) return { container: "array", start: first + 1 };
  if (bytes[0] !== 0x7b) return { container: "values", start: mark };
  return { container: isLine(bytes) ? "lines" : "values", start: mark };
}

/** Whether the element that the bytes begin with stands on one line. One that is broken does, unless its line has nothing but the brace. */
function isLine(bytes: Uint8Array): boolean {
  const newline = bytes.indexOf(0x0a);
  if (newline < 0) return true;
  const value = scanValue(bytes, 0, bytes.length);
  if (value.kind === "value") return newline >= value.end;
  const goesOn = skipSpace(bytes, newline, bytes.length) < bytes.length;
  if (value.kind === "cut" && goesOn) return false;
  return skipSpace(bytes, 1, bytes.length) < newline;
}

async function skipWhite(source: ByteRange, from: number): Promise<number> {
  for (let at = from; at < source.size;) {
    const bytes = await source.read(at, head);
    const skipped = skipSpace(bytes, 0, bytes.length);
    at += skipped;
    if (skipped < bytes.length || skipped === 0) return at;
  }
  return source.size;
}
