/** First bytes of kinds of files that are taken for import files by mistake, as hex; no JSON begins so. */
const formats: readonly (readonly [name: string, magic: string])[] = [
  ["a RAR archive", "526172211a07"],
  ["a PDF", "255044462d"],
  ["a PNG picture", "89504e470d0a"],
  ["a JPEG picture", "ffd8ff"],
  ["a GIF picture", "47494638"],
  ["a database of SQLite", "53514c69746520666f726d617420"],
  ["a program", "7f454c46"],
];

/** Where the header of a tar archive has its name, behind a field that ends with a zero. Source: POSIX.1-2017, pax, ustar Interchange Format. */
const tarNameAt = 257;

/** The kind of a file that holds no text, as a person calls it, told by its first 263 bytes; undefined where it may be text. */
export function foreignFormat(head: Uint8Array): string | undefined {
  const tar = String.fromCharCode(...head.subarray(tarNameAt - 1, tarNameAt + 6));
  if (/^\0ustar[\0 ]$/.test(tar)) return "a tar archive";
  const hex = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0"));
  return formats.find(([, magic]) => hex.join("").startsWith(magic))?.[0];
}
