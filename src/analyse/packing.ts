/** What a file is compressed by; `other` stands for what is not read. */
export type Packing = "gzip" | "zstd" | "other";

/** First bytes of zip, bzip2, xz, 7z and lz4. No JSON begins so. */
const others = ["504b0304", "425a68", "fd377a58", "377abcaf", "04224d18"];

/** The compression that four bytes tell. Zstd may begin with a frame to be skipped. */
export function packingOf(head: Uint8Array): Packing | undefined {
  const hex = Array.from(head, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.startsWith("1f8b")) return "gzip";
  if (hex === "28b52ffd" || /^5.2a4d18$/.test(hex)) return "zstd";
  return others.some((magic) => hex.startsWith(magic)) ? "other" : undefined;
}
