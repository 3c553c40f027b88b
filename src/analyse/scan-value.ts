/** What {@link scanValue} found: where the value ends and how many names its objects have, or why it does not, and where. */
export type ScannedValue =
  | { readonly kind: "value"; readonly end: number; readonly names: number }
  | { readonly kind: "broken"; readonly at: number; readonly reason: string }
  /** The bytes end before the value does. */
  | { readonly kind: "cut" };

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

/** By byte: 1 where it may stand in a string and means nothing there. */
const ordinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === quote || byte === backslash ? 0 : 1,
);

/** Reads one JSON value by the grammar of RFC 8259, byte by byte, without making anything of it: exact, a third as fast as JSON.parse, and needed only where that fails or where a position is asked for.
 *
 * `from` is the first byte of the value, `to` the end of what may be read. Reasons are worded as the hosted service words them: `invalid character 'x' looking for beginning of value`. */
export function scanValue(bytes: Uint8Array, from: number, to: number): ScannedValue {
  /** Per open container: true for an object. */
  const open: boolean[] = [];
  let names = 0;
  let i = from;
  for (;;) {
    // A value begins at i.
    const byte = bytes[i];
    if (i >= to) return { kind: "cut" };
    if (byte === quote) {
      const end = scanString(bytes, i, to);
      if (typeof end !== "number") return end;
      i = end;
    } else if (byte === openBrace || byte === openBracket) {
      const object = byte === openBrace;
      i = skipSpace(bytes, i + 1, to);
      if (i >= to) return { kind: "cut" };
      if (bytes[i] !== (object ? closeBrace : closeBracket)) {
        open.push(object);
        if (object) {
          const next = scanKey(bytes, i, to);
          if (typeof next !== "number") return next;
          names++;
          i = next;
        }
        continue;
      }
      i++;
    } else {
      const end = scanLiteral(bytes, i, to);
      if (typeof end !== "number") return end;
      i = end;
    }

    // A value has ended before i: close what it closes, up to the next value.
    for (;;) {
      const object = open.at(-1);
      if (object === undefined) return { kind: "value", end: i, names };
      i = skipSpace(bytes, i, to);
      if (i >= to) return { kind: "cut" };
      const next = bytes[i];
      if (next === comma) {
        i = skipSpace(bytes, i + 1, to);
        if (!object) break;
        const value = scanKey(bytes, i, to);
        if (typeof value !== "number") return value;
        names++;
        i = value;
        break;
      }
      if (next !== (object ? closeBrace : closeBracket)) {
        return broken(bytes, i, object ? "after object key:value pair" : "after array element");
      }
      open.pop();
      i++;
    }
  }
}

/** The first byte at or after `i` that is not white space between JSON tokens. */
export function skipSpace(bytes: Uint8Array, i: number, to: number): number {
  while (i < to) {
    const byte = bytes[i];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    i++;
  }
  return i;
}

/** Says that the character at `at` cannot stand there. */
export function invalidCharacter(bytes: Uint8Array, at: number, where: string): string {
  return `invalid character ${quoted(bytes, at)} ${where}`;
}

function broken(bytes: Uint8Array, at: number, where: string): ScannedValue {
  return { kind: "broken", at, reason: invalidCharacter(bytes, at, where) };
}

/** An object key and its colon; gives the first byte of the value. */
function scanKey(bytes: Uint8Array, i: number, to: number): number | ScannedValue {
  if (i >= to) return { kind: "cut" };
  if (bytes[i] !== quote) return broken(bytes, i, "looking for beginning of object key string");
  const end = scanString(bytes, i, to);
  if (typeof end !== "number") return end;
  const after = skipSpace(bytes, end, to);
  if (after >= to) return { kind: "cut" };
  if (bytes[after] !== colon) return broken(bytes, after, "after object key");
  return skipSpace(bytes, after + 1, to);
}

function scanString(bytes: Uint8Array, from: number, to: number): number | ScannedValue {
  for (let i = from + 1; i < to; i++) {
    while (i < to && ordinary[bytes[i]!] === 1) i++;
    if (i >= to) break;
    const byte = bytes[i]!;
    if (byte === quote) return i + 1;
    if (byte < 0x20) return broken(bytes, i, "in string literal");
    if (byte !== backslash) continue;
    i++;
    if (i >= to) break;
    const escape = String.fromCharCode(bytes[i]!);
    if (escape === "u") {
      for (let digit = i + 1; digit <= i + 4; digit++) {
        if (digit >= to) return { kind: "cut" };
        if (!isHex(bytes[digit]!)) {
          return broken(bytes, digit, "in \\u hexadecimal character escape");
        }
      }
      i += 4;
    } else if (!'"\\/bfnrt'.includes(escape)) {
      return broken(bytes, i, "in string escape code");
    }
  }
  return { kind: "cut" };
}

function scanLiteral(bytes: Uint8Array, from: number, to: number): number | ScannedValue {
  const first = String.fromCharCode(bytes[from]!);
  const word = { t: "true", f: "false", n: "null" }[first];
  if (word === undefined) return scanNumber(bytes, from, to);
  for (let k = 1; k < word.length; k++) {
    if (from + k >= to) return { kind: "cut" };
    if (bytes[from + k] !== word.charCodeAt(k)) {
      return broken(bytes, from + k, `in literal ${word} (expecting '${word[k]}')`);
    }
  }
  return from + word.length;
}

function scanNumber(bytes: Uint8Array, from: number, to: number): number | ScannedValue {
  let i = from;
  if (bytes[i] === 0x2d) {
    i++;
    if (i >= to) return { kind: "cut" };
    if (!isDigit(bytes[i])) return broken(bytes, i, "in numeric literal");
  }
  if (!isDigit(bytes[i])) return broken(bytes, i, "looking for beginning of value");
  if (bytes[i] === 0x30) i++;
  else i = skipDigits(bytes, i, to);
  if (i < to && bytes[i] === 0x2e) {
    if (i + 1 >= to) return { kind: "cut" };
    if (!isDigit(bytes[i + 1])) {
      return broken(bytes, i + 1, "after decimal point in numeric literal");
    }
    i = skipDigits(bytes, i + 1, to);
  }
  if (i < to && (bytes[i] === 0x65 || bytes[i] === 0x45)) {
    i++;
    if (i < to && (bytes[i] === 0x2b || bytes[i] === 0x2d)) i++;
    if (i >= to) return { kind: "cut" };
    if (!isDigit(bytes[i])) return broken(bytes, i, "in exponent of numeric literal");
    i = skipDigits(bytes, i, to);
  }
  return i;
}

function skipDigits(bytes: Uint8Array, i: number, to: number): number {
  while (i < to && isDigit(bytes[i])) i++;
  return i;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

/** The character at `at` between single quotes, with what cannot be printed escaped. */
function quoted(bytes: Uint8Array, at: number): string {
  const escapes: Record<number, string> = {
    0x07: "\\a",
    0x08: "\\b",
    0x09: "\\t",
    0x0a: "\\n",
    0x0b: "\\v",
    0x0c: "\\f",
    0x0d: "\\r",
    0x27: "\\'",
    0x5c: "\\\\",
  };
  const byte = bytes[at]!;
  const escaped = escapes[byte];
  if (escaped !== undefined) return `'${escaped}'`;
  if (byte < 0x20 || byte === 0x7f) return `'\\x${byte.toString(16).padStart(2, "0")}'`;
  if (byte < 0x80) return `'${String.fromCharCode(byte)}'`;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const [character] = decoder.decode(bytes.subarray(at, at + length));
  return `'${character}'`;
}
