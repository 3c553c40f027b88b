import type { ByteRange } from "./byte-range.ts";
import { free } from "./free.ts";

const block = 131_072;

/** Bytes of which some are in memory. */
export interface BlockCache extends ByteRange, Disposable {
  /** The bytes of [`from`, `to`) where they are in memory, which is often; good until the next read. */
  held(from: number, to: number): Uint8Array | undefined;
}

/** Reads ahead by a block, always into the same memory, so that many small reads in about ascending order cost few large ones. What a read gives is good until the next one, or until this is disposed of. */
export function blockCache(source: ByteRange): BlockCache {
  let memory: Uint8Array<ArrayBuffer> | undefined;
  let bytes: Uint8Array = new Uint8Array(0);
  let start = 0;
  const held = (from: number, to: number) =>
    from >= start && to <= start + bytes.length
      ? bytes.subarray(from - start, to - start)
      : undefined;
  return {
    held,
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      if (end - offset > block) return source.read(offset, length);
      const known = held(offset, end);
      if (known) return known;
      memory ??= new Uint8Array(block);
      bytes = await source.read(offset, block, memory);
      start = offset;
      return bytes.subarray(0, end - start);
    },
    [Symbol.dispose]: () => memory && free(memory),
  };
}
