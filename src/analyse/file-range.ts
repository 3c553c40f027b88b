import { type FileHandle, open } from "node:fs/promises";
import type { InputFile } from "./input-file.ts";
import { SourceError } from "./source-error.ts";

/** What a file is known by, as plain data: another thread opens the same one with it. */
export interface FileIdentity {
  readonly path: string;
  /** What people call it: its path, unless it was spooled. */
  readonly name: string;
  /** Says that a file is this one, as it was when it was opened: device, inode, size and time of change. */
  readonly stamp: string;
}

/** A file whose bytes are read by range. Close it by `await using`. */
export interface FileRange extends InputFile, FileIdentity, AsyncDisposable {
  /** Throws SourceError `changed` when the file is no longer what it was when it was opened. */
  readonly mustBeUnchanged: () => Promise<void>;
}

/** Opens a plain file for reading by range.
 *
 * @param known its name where that is not the path, and the stamp of an earlier opening where it must still be the same file
 * @throws SourceError when it cannot be opened, or is not what the stamp says */
export async function openFileRange(
  path: string,
  known: Partial<Omit<FileIdentity, "path">> = {},
): Promise<FileRange> {
  const { name = path } = known;
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await range(file, { path, name }, known.stamp);
  } catch (error) {
    await file?.close();
    throw SourceError.from(error, name);
  }
}

async function range(
  file: FileHandle,
  { path, name }: Omit<FileIdentity, "stamp">,
  expected: string | undefined,
): Promise<FileRange> {
  const { size } = await file.stat();
  const stamp = await stampOf(file);
  if (expected !== undefined && stamp !== expected) throw new SourceError("changed", name);
  return {
    path,
    name,
    size,
    stamp,
    read: async (offset, length, into) => {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const bytes = into?.subarray(0, wanted) ?? new Uint8Array(wanted);
      await fill(file, name, offset, bytes).catch((error: unknown) => {
        throw SourceError.from(error, name);
      });
      return bytes;
    },
    mustBeUnchanged: async () => {
      if ((await stampOf(file)) !== stamp) throw new SourceError("changed", name);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function stampOf(file: FileHandle): Promise<string> {
  const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
  return [dev, ino, size, mtimeNs].join(":");
}

async function fill(
  file: FileHandle,
  name: string,
  offset: number,
  bytes: Uint8Array,
): Promise<void> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, offset + filled);
    // It has been cut short: who reads on would wait for these bytes for ever.
    if (bytesRead === 0) throw new SourceError("changed", name);
    filled += bytesRead;
  }
}
