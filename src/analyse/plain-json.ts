import { skipSpace } from "./scan-value.ts";

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** What a reader gives where something is out of the ordinary. */
export const notPlain = -1;

/** Most levels that are plain. */
const deepest = 32;

/** Most names of one object that are compared with each other. */
const mostNames = 48;

/** Most digits before the point of a number that surely keeps what is behind it. */
const exactDigits = 15;

/** Where the names of the objects around stand: starts and ends by turns. */
const names = new Int32Array(2 * (deepest + 1) * mostNames);

/** Bytes that stand for themselves in a string and are a character each. */
const ordinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte < 0x80 && byte !== quote && byte !== backslash),
);

/** Passes over the JSON value at `i` and gives its end: well-formed, of valid UTF-8, not too deep, with numbers and strings that can be kept as they are, and no name twice in an object. {@link notPlain} where it is not so, or where that cannot be told easily. */
export function plainValue(
  bytes: Uint8Array,
  i: number,
  to: number,
  depth = 0,
  around = 0,
): number {
  switch (bytes[i]) {
    case quote: {
      const end = plainString(bytes, i + 1, to);
      return end === notPlain ? notPlain : end + 1;
    }
    case openBrace:
      return depth > deepest ? notPlain : plainObject(bytes, i + 1, to, depth, around);
    case openBracket:
      return depth > deepest ? notPlain : plainList(bytes, i + 1, to, depth, around);
    case 0x74: // t
      return isWord(bytes, i, to, 0x72, 0x75, 0x65) ? i + 4 : notPlain;
    case 0x66: // f
      return isWord(bytes, i + 1, to, 0x6c, 0x73, 0x65) && bytes[i + 1] === 0x61 ? i + 5 : notPlain;
    case 0x6e: // n
      return isWord(bytes, i, to, 0x75, 0x6c, 0x6c) ? i + 4 : notPlain;
    default:
      return plainNumber(bytes, i, to);
  }
}

function plainObject(
  bytes: Uint8Array,
  from: number,
  to: number,
  depth: number,
  around: number,
): number {
  let i = skipSpace(bytes, from, to);
  if (bytes[i] === closeBrace) return i < to ? i + 1 : notPlain;
  for (let known = around; ; known += 2) {
    if (bytes[i] !== quote || known - around >= 2 * mostNames) return notPlain;
    const end = plainName(bytes, i + 1, to);
    if (end === notPlain) return notPlain;
    for (let other = around; other < known; other += 2) {
      if (isSame(bytes, names[other]!, names[other + 1]!, i + 1, end)) return notPlain;
    }
    names[known] = i + 1;
    names[known + 1] = end;
    i = skipSpace(bytes, end + 1, to);
    if (bytes[i] !== colon) return notPlain;
    i = plainValue(bytes, skipSpace(bytes, i + 1, to), to, depth + 1, known + 2);
    if (i === notPlain) return notPlain;
    i = skipSpace(bytes, i, to);
    if (bytes[i] === closeBrace) return i < to ? i + 1 : notPlain;
    if (bytes[i] !== comma) return notPlain;
    i = skipSpace(bytes, i + 1, to);
  }
}

function plainList(
  bytes: Uint8Array,
  from: number,
  to: number,
  depth: number,
  around: number,
): number {
  let i = skipSpace(bytes, from, to);
  if (bytes[i] === closeBracket) return i < to ? i + 1 : notPlain;
  for (;;) {
    i = plainValue(bytes, i, to, depth + 1, around);
    if (i === notPlain) return notPlain;
    i = skipSpace(bytes, i, to);
    if (bytes[i] === closeBracket) return i < to ? i + 1 : notPlain;
    if (bytes[i] !== comma) return notPlain;
    i = skipSpace(bytes, i + 1, to);
  }
}

/** As {@link plainString}, for a name: one with an escape is not plain. */
export function plainName(bytes: Uint8Array, from: number, to: number): number {
  const end = plainString(bytes, from, to);
  if (end === notPlain) return notPlain;
  for (let i = from; i < end; i++) if (bytes[i] === backslash) return notPlain;
  return end;
}

/** Passes over what is between the quotes of a string, from `from` on, and gives the place of the closing one. */
export function plainString(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (ordinary[byte] === 1) continue;
    if (byte === quote) return i;
    const length = byte === backslash ? escapeLength(bytes, i) : characterLength(bytes, i);
    if (length === 0) return notPlain;
    i += length - 1;
  }
  return notPlain;
}

/** How many bytes an escape takes that stands for a character; a pair of surrogates is one. 0 where it is none, or U+0000. */
function escapeLength(bytes: Uint8Array, i: number): number {
  switch (bytes[i + 1]) {
    case quote:
    case backslash:
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return 2;
    default: {
      const unit = escapedUnit(bytes, i);
      if (unit <= 0) return 0;
      if (unit < 0xd800 || unit > 0xdfff) return 6;
      const low = escapedUnit(bytes, i + 6);
      return unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
    }
  }
}

/** The code unit that `\uXXXX` at `i` stands for; negative where there is none. */
function escapedUnit(bytes: Uint8Array, i: number): number {
  if (bytes[i] !== backslash || bytes[i + 1] !== 0x75) return -1;
  let unit = 0;
  for (let k = i + 2; k < i + 6; k++) {
    const byte = bytes[k]! | 0x20;
    const digit = byte <= 0x39 ? bytes[k]! - 0x30 : byte - 0x57;
    if (!(digit >= 0 && digit < 16) || (byte > 0x39 && digit < 10)) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** How many bytes the character takes that begins at `i` with a byte above 0x7f; 0 where that is no UTF-8. Source: RFC 3629. */
function characterLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  const second = bytes[i + 1]!;
  if (lead < 0xc2 || !isContinuation(second)) return 0;
  if (lead < 0xe0) return 2;
  if (!isContinuation(bytes[i + 2]!)) return 0;
  if (lead < 0xf0) {
    return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) ? 0 : 3;
  }
  if (!isContinuation(bytes[i + 3]!)) return 0;
  if (lead > 0xf4) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Passes over a number that can be kept as it is, and that is written without an exponent. */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  const whole = bytes[from] === 0x2d ? from + 1 : from;
  let value = 0;
  let i = whole;
  for (; i < to && isDigit(bytes[i]!); i++) value = value * 10 + (bytes[i]! - 0x30);
  if (i === whole || value > Number.MAX_SAFE_INTEGER) return notPlain;
  if (bytes[whole] === 0x30 && i > whole + 1) return notPlain;
  if (bytes[i] === 0x2e) {
    // One that large may be rounded to a whole number that is not safe.
    const point = i;
    if (i - whole > exactDigits) return notPlain;
    for (i++; i < to && isDigit(bytes[i]!);) i++;
    if (i === point + 1) return notPlain;
  }
  return bytes[i] === 0x65 || bytes[i] === 0x45 ? notPlain : i;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isWord(
  bytes: Uint8Array,
  i: number,
  to: number,
  second: number,
  third: number,
  fourth: number,
): boolean {
  return (
    i + 4 <= to && bytes[i + 1] === second && bytes[i + 2] === third && bytes[i + 3] === fourth
  );
}

function isSame(
  bytes: Uint8Array,
  from: number,
  to: number,
  otherFrom: number,
  otherTo: number,
): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  while (from < to) if (bytes[from++] !== bytes[otherFrom++]) return false;
  return true;
}
