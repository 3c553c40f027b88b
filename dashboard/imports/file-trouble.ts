import { byteWords } from "../parts/byte-words.ts";

const endings = [".json", ".jsonl", ".ndjson", ".gz", ".zst"];

/** Why a file cannot be an import file, in words; undefined where it can. */
export function fileTrouble({ name, size }: Pick<File, "name" | "size">): string | undefined {
  if (size === 0) return `${name} is empty.`;
  if (endings.some((ending) => name.toLowerCase().endsWith(ending))) return undefined;
  return `${name} does not look like an import file. Give a file that ends in .json or .jsonl, or one of them compressed as .gz or .zst.`;
}

/** Why a file is too large, in words; undefined where it is not.
 *
 * @param uploadUrl where it is to be sent: says how much it takes */
export function sizeTrouble({ size }: Pick<File, "size">, uploadUrl: string): string | undefined {
  const most = Number(new URL(uploadUrl).searchParams.get("max_bytes"));
  if (most === 0 || size <= most) return undefined;
  return `The file has ${byteWords(size)}; this server takes ${byteWords(most)} at most. Compress it with gzip or zstd, split it, or have the limit raised.`;
}
