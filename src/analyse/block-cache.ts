import type { ByteRange } from "./byte-range.ts";
import { free } from "./free.ts";

const block = 131_072;

/** Reads ahead by a block, always into the same memory, so that many small reads in about ascending order cost few large ones. What a read gives is good until the next one, or until this is disposed of. */
export function blockCache(source: ByteRange): ByteRange & Disposable {
  let memory: Uint8Array<ArrayBuffer> | undefined;
  let bytes: Uint8Array = new Uint8Array(0);
  let start = 0;
  return {
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      if (end - offset > block) return source.read(offset, length);
      if (offset < start || end > start + bytes.length) {
        memory ??= new Uint8Array(block);
        bytes = await source.read(offset, block, memory);
        start = offset;
      }
      return bytes.subarray(offset - start, end - start);
    },
    [Symbol.dispose]: () => memory && free(memory),
  };
}
