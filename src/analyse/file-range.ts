import { type FileHandle, open } from "node:fs/promises";
import type { ByteRange } from "./byte-range.ts";
import { SourceError } from "./source-error.ts";

/** A file whose bytes are read by range. Close it by `await using`. */
export interface FileRange extends ByteRange, AsyncDisposable {
  readonly path: string;
  /** Says that a file is this one, as it was when it was opened: device, inode, size and time of change. */
  readonly stamp: string;
  /** Throws SourceError `changed` when the file is no longer what it was when it was opened. */
  readonly mustBeUnchanged: () => Promise<void>;
}

/** Opens a plain file for reading by range.
 *
 * @param stamp of an earlier opening, where it must still be the same file
 * @throws SourceError when it cannot be opened, or is not what `stamp` says */
export async function openFileRange(path: string, stamp?: string): Promise<FileRange> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await range(file, path, stamp);
  } catch (error) {
    await file?.close();
    throw SourceError.from(error, path);
  }
}

async function range(file: FileHandle, path: string, expected?: string): Promise<FileRange> {
  const { size } = await file.stat();
  const stamp = await stampOf(file);
  if (expected !== undefined && stamp !== expected) throw new SourceError("changed", path);
  return {
    path,
    size,
    stamp,
    read: (offset, length) =>
      readRange(file, offset, Math.min(length, size - offset)).catch((error: unknown) => {
        throw SourceError.from(error, path);
      }),
    mustBeUnchanged: async () => {
      if ((await stampOf(file)) !== stamp) throw new SourceError("changed", path);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function stampOf(file: FileHandle): Promise<string> {
  const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
  return [dev, ino, size, mtimeNs].join(":");
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
