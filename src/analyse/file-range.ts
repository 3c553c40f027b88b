import { type FileHandle, open } from "node:fs/promises";
import type { ByteRange } from "./byte-range.ts";

/** A file whose bytes are read by range. Close it by `await using`. */
export interface FileRange extends ByteRange, AsyncDisposable {
  readonly path: string;
}

/** Opens a plain file for reading by range. `size` is taken now; bytes appended later are not seen.
 *
 * @throws what `open` throws: ENOENT, EACCES, EISDIR … */
export async function openFileRange(path: string): Promise<FileRange> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    path,
    size,
    read: (offset, length) => readRange(file, offset, Math.min(length, size - offset)),
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function readRange(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, length));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
