import type { ByteRange } from "./byte-range.ts";
import { scanValue, skipSpace } from "./scan-value.ts";

/** How the elements are held together. `array`: one JSON list. `lines`: JSON Lines, one element a line. `values`: elements one behind the other, over several lines each. */
export interface Layout {
  readonly container: "array" | "lines" | "values";
  /** The first byte behind a byte order mark and the opening bracket. */
  readonly start: number;
}

const head = 65_536;

/** Tells the container by its bytes, never by its name. */
export async function detectLayout(source: ByteRange): Promise<Layout> {
  const bytes = await source.read(0, head);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = skipSpace(bytes, mark, bytes.length);
  if (bytes[first] === 0x5b) return { container: "array", start: first + 1 };
  if (bytes[first] !== 0x7b) return { container: "values", start: mark };
  const value = scanValue(bytes, first, bytes.length);
  const newline = bytes.indexOf(0x0a, first);
  const spans = value.kind === "value" && newline >= 0 && newline < value.end;
  const bare = skipSpace(bytes, first + 1, bytes.length) > newline && newline >= 0;
  return { container: spans || bare ? "values" : "lines", start: mark };
}
