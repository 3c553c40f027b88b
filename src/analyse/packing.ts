import { open } from "node:fs/promises";

/** What a file is compressed by; `other` stands for what is not read. */
export type Packing = "gzip" | "zstd" | "other";

/** First bytes of zip, bzip2, xz, 7z and lz4. No JSON begins so. */
const others = ["504b0304", "425a68", "fd377a58", "377abcaf", "04224d18"];

/** The compression that the first bytes of a file, or those at `at`, tell. Zstd may begin with a frame to be skipped. */
export async function packingOf(path: string, at = 0): Promise<Packing | undefined> {
  await using file = await open(path);
  const head = Buffer.alloc(4);
  await file.read(head, 0, 4, at);
  const hex = head.toString("hex");
  if (hex.startsWith("1f8b")) return "gzip";
  if (hex === "28b52ffd" || /^5.2a4d18$/.test(hex)) return "zstd";
  return others.some((magic) => hex.startsWith(magic)) ? "other" : undefined;
}
