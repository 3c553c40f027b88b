import { itemTypeNames } from "../format/index.ts";
import { skipSpace } from "./scan-value.ts";

const openBrace = 0x7b;
const closeBrace = 0x7d;
const quote = 0x22;
const colon = 0x3a;
const comma = 0x2c;

/** Longest run of bytes that {@link isItemStart} looks at. */
export const itemStartLength = 512;

const typeNames = itemTypeNames.map((name) => ascii(`"${name}"`));
const typeKey = ascii('"type"');
const itemKeys = [ascii('"item"'), ascii('"data"')];

/** Tells whether what stands at `at` looks like an element of an import file: `{"type": "message"`, or `"item"` or `"data"` as its first key or the one after the type. An attachment, which has a type too, does not. Custom data can look so: whoever cuts here proves the cut afterwards. */
export function isItemStart(bytes: Uint8Array, at: number, to: number): boolean {
  if (bytes[at] !== openBrace) return false;
  const limit = Math.min(to, at + itemStartLength);
  const key = skipSpace(bytes, at + 1, limit);
  if (itemKeys.some((name) => standsAt(bytes, key, limit, name)))
    return opensObject(bytes, key, limit);
  if (!standsAt(bytes, key, limit, typeKey)) return false;
  let i = skipSpace(bytes, key + typeKey.length, limit);
  if (bytes[i] !== colon) return false;
  i = skipSpace(bytes, i + 1, limit);
  if (typeNames.some((name) => standsAt(bytes, i, limit, name))) return true;
  if (bytes[i] !== quote) return false;
  i = bytes.indexOf(quote, i + 1) + 1;
  if (i === 0 || i >= limit) return false;
  i = skipSpace(bytes, i, limit);
  if (bytes[i] !== comma) return false;
  i = skipSpace(bytes, i + 1, limit);
  return itemKeys.some((name) => standsAt(bytes, i, limit, name)) && opensObject(bytes, i, limit);
}

/** The first place at or after `from` where an element seems to start; -1 when there is none before `to`. */
export function findItemStart(bytes: Uint8Array, from: number, to: number): number {
  for (let i = bytes.indexOf(openBrace, from); i >= 0 && i < to;) {
    // Only the last brace of many can begin an element.
    while (bytes[i + 1] === openBrace) i++;
    if (i < to && isItemStart(bytes, i, bytes.length)) return i;
    i = bytes.indexOf(openBrace, i + 1);
  }
  return -1;
}

/** As {@link findItemStart}, but only after `}` and a comma, as inside a list of elements; gives the start and the comma before it. */
export function findCut(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly start: number; readonly comma: number } | undefined {
  for (let start = findItemStart(bytes, from, to); start >= 0;) {
    const at = lastNotSpace(bytes, start - 1);
    if (bytes[at] === comma && bytes[lastNotSpace(bytes, at - 1)] === closeBrace) {
      return { start, comma: at };
    }
    start = findItemStart(bytes, start + 1, to);
  }
  return undefined;
}

function lastNotSpace(bytes: Uint8Array, i: number): number {
  while (i > 0 && skipSpace(bytes, i, i + 1) > i) i--;
  return i;
}

function opensObject(bytes: Uint8Array, key: number, to: number): boolean {
  let i = skipSpace(bytes, key + 6, to);
  if (bytes[i] !== colon) return false;
  i = skipSpace(bytes, i + 1, to);
  return i < to && bytes[i] === openBrace;
}

function standsAt(bytes: Uint8Array, at: number, to: number, text: Uint8Array): boolean {
  if (at + text.length > to) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
