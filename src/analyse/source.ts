import { constants, createReadStream, openSync } from "node:fs";
import { open, stat, statfs } from "node:fs/promises";
import { Socket } from "node:net";
import { join } from "node:path";
import { type Readable, Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from "node:zlib";
import { type FileRange, openFileRange } from "./file-range.ts";
import { foreignFormat } from "./foreign-format.ts";
import { free } from "./free.ts";
import type { Packing } from "./packing.ts";
import { packingAt } from "./packing-at.ts";
import { SourceError, type SourceErrorCode } from "./source-error.ts";
import { TempFolder } from "./temp-folder.ts";

const defaultMaxSize = 10_000_000_000;

/** How much larger than compressed a file may be: chat exports are 10 to 50 times as large, bombs a thousand times and more. */
const mostRatio = 200;

/** Bytes up to which the ratio does not matter. */
const harmless = 100_000_000;

/** An import file ready to be read by range: the file itself, or the spool file that its decompressed bytes, or those of a stream, were written to. Disposing of it removes the spool file. */
export type Source = FileRange;

/** Where a source comes from and where it may be spooled. */
export interface SourceOptions {
  /** What people call it. Default: its path, `-` for a stream. */
  readonly name?: string;
  /** The folder for spool files. Default: the system's folder for temporary files. */
  readonly tmp?: string;
  /** Most bytes that one file may be spooled to; 0 for any number. Default: 10 GB. */
  readonly maxSize?: number;
  /** Tells how many compressed bytes, or bytes of the stream, have been spooled. */
  readonly onSpool?: (bytes: number, size: number | undefined) => void;
  readonly signal?: AbortSignal;
}

/** Opens an import file: a path, or a stream, which is closed when it has been read or reading it failed. Compression is told by the first bytes, not by the name; what is compressed or a stream is spooled once, and everything after reads the spool.
 *
 * @throws SourceError when it cannot be read, is no file, or cannot be spooled; the signal's reason */
export async function openSource(
  input: string | Readable,
  options: SourceOptions = {},
): Promise<Source> {
  const { name = typeof input === "string" ? input : "-" } = options;
  const spool = new Spool(options, name);
  try {
    let path = typeof input === "string" ? await existing(input) : undefined;
    path ??= await spool.write(() => (typeof input === "string" ? openPipe(input) : input));
    const packing = await packingAt(path);
    if (packing === "other") throw new SourceError("other_compression", name);
    if (packing !== undefined) {
      path = await spool.unpack(path, packing);
      if ((await packingAt(path)) !== undefined) {
        throw new SourceError("foreign_format", name, "something that is compressed once more");
      }
    }
    await mustBeText(path, name);
    const range = await openFileRange(path, { name });
    const close = async () => {
      try {
        await range[Symbol.asyncDispose]();
      } finally {
        await spool[Symbol.asyncDispose]();
      }
    };
    return { ...range, [Symbol.asyncDispose]: close };
  } catch (error) {
    await spool[Symbol.asyncDispose]();
    throw SourceError.from(error, name);
  } finally {
    if (typeof input !== "string") input.destroy();
  }
}

/** A path that can be read by range as it is; `undefined` for what is no plain file but can be read from start to end. */
async function existing(path: string): Promise<string | undefined> {
  const info = await stat(path);
  if (info.isDirectory()) throw new SourceError("not_a_file", path);
  if (!info.isFile() && !info.isFIFO()) throw new SourceError("special_file", path);
  return info.isFile() ? path : undefined;
}

/** Refuses what would be an issue in each of its bytes. */
async function mustBeText(path: string, name: string): Promise<void> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(512));
  const format = foreignFormat(buffer.subarray(0, bytesRead));
  if (format !== undefined) throw new SourceError("foreign_format", name, format);
}

/** Opens a pipe that has a name, whether or not anybody writes to it yet. Opening and reading it like a file would block a thread until somebody does, and the process could not even be interrupted. */
function openPipe(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

/** The end of a pipeline. */
type Writer = (blocks: AsyncIterable<Buffer>) => Promise<void>;

/** Writes blocks to a file, and frees each: the analysis that follows would else begin with memory that nobody reads any more. */
function writer(path: string, flags: "w" | "a"): Writer {
  return async (blocks) => {
    await using file = await open(path, flags);
    for await (const block of blocks) {
      await file.writeFile(block);
      free(block);
    }
  };
}

/** A folder of its own for what cannot be read where it is. */
class Spool implements AsyncDisposable {
  readonly #options: SourceOptions;
  readonly #name: string;
  readonly #folder: TempFolder;

  constructor(options: SourceOptions, name: string) {
    this.#options = options;
    this.#name = name;
    this.#folder = new TempFolder(options.tmp);
  }

  /** Writes a stream to a file. It is opened only when it is read, so that its errors find somebody. */
  async write(input: () => Readable): Promise<string> {
    const path = await this.#path("input");
    await this.#pipe([input(), this.#counter(), this.#guard()(), writer(path, "w")]);
    return path;
  }

  /** Decompresses a file into another. A decoder may end with a frame, so it is begun anew behind it. */
  async unpack(packed: string, packing: Exclude<Packing, "other">): Promise<string> {
    const path = await this.#path("unpacked", packed);
    const { size } = await stat(packed);
    const guard = this.#guard(size);
    for (let at = 0; at < size;) {
      if (at > 0 && (await packingAt(packed, at)) !== packing) {
        throw new SourceError("broken_compression", this.#name);
      }
      const decoder = packing === "gzip" ? createGunzip() : createZstdDecompress();
      const out = writer(path, at === 0 ? "w" : "a");
      await this.#pipe([this.#frame(packed, at, size, decoder), decoder, guard(), out]);
      if (decoder.bytesWritten === 0) throw new SourceError("broken_compression", this.#name);
      at += decoder.bytesWritten;
    }
    return path;
  }

  /** The bytes of a file until its decoder takes no more, as it does at the end of a frame. Blocks are larger than what a decoder puts aside, so that the next is asked for when it is done with one. */
  async *#frame(
    path: string,
    start: number,
    size: number,
    decoder: Gunzip | ZstdDecompress,
  ): AsyncGenerator<Buffer> {
    let given = 0;
    for await (const block of createReadStream(path, { start, highWaterMark: 262_144 })) {
      if (decoder.bytesWritten < given) return;
      given += (block as Buffer).length;
      this.#options.onSpool?.(start + given, size);
      yield block as Buffer;
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#folder[Symbol.asyncDispose]();
  }

  /** A path in the folder; with room for at least as much as `packed` takes. */
  async #path(name: string, packed?: string): Promise<string> {
    try {
      const { bavail, bsize } = await statfs(this.#folder.within);
      const needed = packed === undefined ? 0 : (await stat(packed)).size;
      if (bavail * bsize < needed) throw new SourceError("no_space", this.#name);
      return join(await this.#folder.path(), name);
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError("no_spool", this.#name, error);
    }
  }

  #pipe(
    stages: readonly (AsyncIterable<Buffer> | NodeJS.WritableStream | Writer)[],
  ): Promise<void> {
    const { signal } = this.#options;
    return pipeline(stages as never, signal ? { signal } : {});
  }

  /** Makes what lets bytes through, in as many streams as a file comes in, until there are more than a spool file may hold. */
  #guard(packed?: number): () => Transform {
    const { maxSize = defaultMaxSize } = this.#options;
    let bytes = 0;
    const excess = (): SourceErrorCode | undefined => {
      if (maxSize > 0 && bytes > maxSize) return "too_large";
      const ratio = packed === undefined ? 0 : bytes / packed;
      return bytes > harmless && ratio > mostRatio ? "bomb" : undefined;
    };
    const transform = (chunk: Buffer, _encoding: unknown, done: TransformCallback) => {
      bytes += chunk.length;
      const code = excess();
      if (code === undefined) done(null, chunk);
      else done(new SourceError(code, this.#name));
    };
    return () => new Transform({ transform });
  }

  #counter(): Transform {
    let bytes = 0;
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        this.#options.onSpool?.(bytes, undefined);
        done(null, chunk);
      },
    });
  }
}
