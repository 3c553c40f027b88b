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

/** The first byte of the first character that is not UTF-8; the length where all is. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = characterLength(bytes, i);
    if (length === 0) break;
    i += length;
  }
  return i;
}

/** The bytes of the character that begins at `i`; 0 where none does. Source: RFC 3629, section 4. */
function characterLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[i + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
