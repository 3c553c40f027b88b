import { room } from "./memory";

export const quote: u8 = 0x22;
export const comma: u8 = 0x2c;
export const colon: u8 = 0x3a;
const backslash: u8 = 0x5c;
export const openBracket: u8 = 0x5b;
export const closeBracket: u8 = 0x5d;
export const openBrace: u8 = 0x7b;
export const closeBrace: u8 = 0x7d;
export const newline: u8 = 0x0a;

/** What a reader gives where something is out of the ordinary. */
export const notPlain: usize = 0;

/** Most levels that are plain. */
const deepest: i32 = 32;

/** Most names of one object that are compared with each other. */
const mostNames: usize = 48;

/** Most digits before the point of a number that surely keeps what is behind it. */
const exactDigits: usize = 15;

/** The largest whole number that is kept as it is. */
const largest: u64 = 9_007_199_254_740_991;

/** Where the names of the objects around stand: starts and ends by turns. */
const names: usize = room(<usize>(deepest + 2) * mostNames * 8);
const nameSize: usize = 8;

/** The elements are lines: no line break may stand in one. */
let inLines: bool = false;

export function setLines(lines: bool): void {
  inLines = lines;
}

/** The first byte from `i` on that is no white space. Behind what is to be read stands U+0000, which is none. */
export function skipSpace(i: usize): usize {
  while (true) {
    const byte = load<u8>(i);
    if (byte > 0x20) return i;
    if (byte != 0x20 && byte != 0x0d && byte != 0x09 && (byte != newline || inLines)) return i;
    i++;
  }
}

/** Passes over the JSON value at `i` and gives its end: well-formed, of valid UTF-8, not too deep, with numbers and strings that can be kept as they are, and no name twice in an object. {@link notPlain} where it is not so, or where that cannot be told easily. */
export function plainValue(i: usize, depth: i32, around: usize): usize {
  switch (load<u8>(i)) {
    case quote: {
      const end = textEnd(i + 1);
      return end == notPlain ? notPlain : end + 1;
    }
    case openBrace:
      return depth > deepest ? notPlain : plainObject(i + 1, depth, around);
    case openBracket:
      return depth > deepest ? notPlain : plainList(i + 1, depth, around);
    case 0x74:
      return load<u32>(i) == 0x65757274 ? i + 4 : notPlain; // true
    case 0x66:
      return load<u32>(i + 1) == 0x65736c61 ? i + 5 : notPlain; // false
    case 0x6e:
      return load<u32>(i) == 0x6c6c756e ? i + 4 : notPlain; // null
    default:
      return plainNumber(i);
  }
}

function plainObject(from: usize, depth: i32, around: usize): usize {
  let i = skipSpace(from);
  if (load<u8>(i) == closeBrace) return i + 1;
  const first = names + around * nameSize;
  let known = first;
  while (true) {
    if (load<u8>(i) != quote || known - first >= mostNames * nameSize) return notPlain;
    const start = i + 1;
    const end = nameEnd(start);
    if (end == notPlain) return notPlain;
    for (let other = first; other < known; other += nameSize) {
      if (isSame(load<u32>(other), load<u32>(other + 4), start, end)) return notPlain;
    }
    store<u32>(known, <u32>start);
    store<u32>(known + 4, <u32>end);
    i = skipSpace(end + 1);
    if (load<u8>(i) != colon) return notPlain;
    known += nameSize;
    i = plainValue(skipSpace(i + 1), depth + 1, (known - names) / nameSize);
    if (i == notPlain) return notPlain;
    i = skipSpace(i);
    if (load<u8>(i) == closeBrace) return i + 1;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
}

function plainList(from: usize, depth: i32, around: usize): usize {
  let i = skipSpace(from);
  if (load<u8>(i) == closeBracket) return i + 1;
  while (true) {
    i = plainValue(i, depth + 1, around);
    if (i == notPlain) return notPlain;
    i = skipSpace(i);
    if (load<u8>(i) == closeBracket) return i + 1;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
}

/** As {@link textEnd}, for a name: one with an escape is not plain. */
export function nameEnd(from: usize): usize {
  const end = textEnd(from);
  if (end == notPlain) return notPlain;
  for (let i = from; i < end; i++) if (load<u8>(i) == backslash) return notPlain;
  return end;
}

/** Passes over what is between the quotes of a string, from `i` on, and gives the place of the closing one. */
export function textEnd(i: usize): usize {
  while (true) {
    const bytes = v128.load(i);
    const special = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(quote)), i8x16.eq(bytes, i8x16.splat(backslash))),
      // Control characters, and, being negative, what is not ASCII.
      i8x16.lt_s(bytes, i8x16.splat(0x20)),
    );
    const mask = i8x16.bitmask(special);
    if (mask == 0) {
      i += 16;
      continue;
    }
    i += ctz(mask);
    while (true) {
      const byte = load<u8>(i);
      if (byte == quote) return i;
      const length = byte == backslash ? escapeLength(i) : characterLength(i);
      if (length == 0) return notPlain;
      i += length;
      if (load<u8>(i) < 0x80) break;
    }
  }
}

/** How many bytes an escape takes that stands for a character; a pair of surrogates is one. 0 where it is none, or U+0000. */
function escapeLength(i: usize): usize {
  switch (load<u8>(i + 1)) {
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
      const unit = escapedUnit(i);
      if (unit <= 0) return 0;
      if (unit < 0xd800 || unit > 0xdfff) return 6;
      const low = escapedUnit(i + 6);
      return unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
    }
  }
}

/** The code unit that `\uXXXX` at `i` stands for; negative where there is none. */
function escapedUnit(i: usize): i32 {
  if (load<u8>(i) != backslash || load<u8>(i + 1) != 0x75) return -1;
  let unit = 0;
  for (let k = i + 2; k < i + 6; k++) {
    const byte = <i32>load<u8>(k);
    const letter = byte | 0x20;
    let digit = byte - 0x30;
    if (digit < 0 || digit > 9) {
      if (letter < 0x61 || letter > 0x66) return -1;
      digit = letter - 0x57;
    }
    unit = unit * 16 + digit;
  }
  return unit;
}

/** How many bytes the character takes that begins at `i`; 0 where that is no UTF-8 of more than one. Source: RFC 3629. */
function characterLength(i: usize): usize {
  const lead = load<u8>(i);
  const second = load<u8>(i + 1);
  if (lead < 0xc2 || !isContinuation(second)) return 0;
  if (lead < 0xe0) return 2;
  if (!isContinuation(load<u8>(i + 2))) return 0;
  if (lead < 0xf0) {
    return (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ? 0 : 3;
  }
  if (!isContinuation(load<u8>(i + 3)) || lead > 0xf4) return 0;
  return (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) ? 0 : 4;
}

function isContinuation(byte: u8): bool {
  return (byte & 0xc0) == 0x80;
}

/** Passes over a number that can be kept as it is, and that is written without an exponent. */
export function plainNumber(from: usize): usize {
  const whole = load<u8>(from) == 0x2d ? from + 1 : from;
  let i = whole;
  let value: u64 = 0;
  for (; isDigit(load<u8>(i)); i++) value = value * 10 + (load<u8>(i) - 0x30);
  if (i == whole || i - whole > exactDigits + 1 || value > largest) return notPlain;
  if (load<u8>(whole) == 0x30 && i > whole + 1) return notPlain;
  if (load<u8>(i) == 0x2e) {
    // One that large may be rounded to a whole number that is not safe.
    if (i - whole > exactDigits) return notPlain;
    const point = i++;
    while (isDigit(load<u8>(i))) i++;
    if (i == point + 1) return notPlain;
  }
  return (load<u8>(i) | 0x20) == 0x65 ? notPlain : i;
}

export function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

function isSame(from: usize, to: usize, otherFrom: usize, otherTo: usize): bool {
  if (to - from != otherTo - otherFrom) return false;
  while (from < to) if (load<u8>(from++) != load<u8>(otherFrom++)) return false;
  return true;
}
