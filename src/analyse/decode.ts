const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const suspect = /\\u(?:0000|[dD][89a-fA-F])/;

/** Decodes UTF-8; `undefined` when the bytes are none. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Tells whether JSON text has escapes that may stand for U+0000 or for half a surrogate pair, the only way either gets into text that is valid UTF-8. */
export function isSuspect(text: string): boolean {
  return text.includes("\\u") && suspect.test(text);
}

/** The index of the first byte that is not UTF-8; the length where all is. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A prefix may end inside a character, so up to three bytes of it are left to the next one.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return characterStart(bytes, low);
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function characterStart(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    const byte = bytes[at - back]!;
    if (byte < 0x80) return at;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? at - back : at;
    }
  }
  return at;
}
