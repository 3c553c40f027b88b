/** An encoding of Unicode other than UTF-8, by the name that `iconv` has for it. */
export type ForeignEncoding = "UTF-16LE" | "UTF-16BE" | "UTF-32LE" | "UTF-32BE";

/** Tells by the first four bytes of a text whether it is encoded in UTF-16 or UTF-32: by its byte order mark, or by the zeros beside the ASCII character that JSON begins with. Source: RFC 4627, section 3. */
export function foreignEncoding(
  a: number | undefined,
  b: number | undefined,
  c: number | undefined,
  d: number | undefined,
): ForeignEncoding | undefined {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32BE";
  const zeros = [a, b, c, d].map((byte) => (byte === 0 ? "0" : byte === undefined ? "" : "x"));
  switch (zeros.join("")) {
    case "x000":
      return "UTF-32LE";
    case "000x":
      return "UTF-32BE";
    case "x0x0":
      return "UTF-16LE";
    case "0x0x":
      return "UTF-16BE";
    default:
      return undefined;
  }
}
