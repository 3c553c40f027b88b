import type { ByteRange } from "./byte-range.ts";

const block = 1_048_576;

/** Reads ahead by a megabyte, so that many small reads in about ascending order cost few large ones. */
export function blockCache(source: ByteRange): ByteRange {
  let bytes = new Uint8Array(0);
  let start = 0;
  return {
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      if (offset < start || end > start + bytes.length) {
        bytes = new Uint8Array(await source.read(offset, Math.max(block, length)));
        start = offset;
      }
      return bytes.subarray(offset - start, end - start);
    },
  };
}
