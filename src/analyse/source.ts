import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { type FileRange, openFileRange } from "./file-range.ts";
import { SourceError } from "./source-error.ts";

/** An import file ready to be read by range: the file itself, or the spool file that its decompressed bytes, or those of a stream, were written to. Its name is the path that was given, `-` for standard input. Disposing of it removes the spool file. */
export type Source = FileRange;

/** Where a source comes from and where it may be spooled. */
export interface SourceOptions {
  /** The folder for spool files. Default: the system's folder for temporary files. */
  readonly tmp?: string;
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
  const name = typeof input === "string" ? input : "-";
  const spool = new Spool(options, name);
  try {
    let path = typeof input === "string" ? await existing(input) : undefined;
    path ??= await spool.write(() => (typeof input === "string" ? createReadStream(input) : input));
    const packing = await packingOf(path);
    if (packing !== undefined) path = await spool.unpack(path, packing);
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
  return info.isFile() ? path : undefined;
}

type Packing = "gzip" | "zstd";

/** The compression that a file's first bytes tell. A zstd file may begin with a frame to be skipped. */
async function packingOf(path: string, at = 0): Promise<Packing | undefined> {
  await using file = await open(path);
  const head = new Uint8Array(4);
  await file.read(head, 0, 4, at);
  const [a, b, c, d] = head as unknown as [number, number, number, number];
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  if (a >= 0x50 && a <= 0x5f && b === 0x2a && c === 0x4d && d === 0x18) return "zstd";
  return undefined;
}

/** A folder of its own for what cannot be read where it is. */
class Spool implements AsyncDisposable {
  readonly #options: SourceOptions;
  readonly #name: string;
  #folder: string | undefined;

  constructor(options: SourceOptions, name: string) {
    this.#options = options;
    this.#name = name;
  }

  /** Writes a stream to a file. It is opened only when it is read, so that its errors find somebody. */
  async write(input: () => Readable): Promise<string> {
    const path = await this.#path("input");
    await this.#pipe([input(), this.#counter(0, undefined), createWriteStream(path)]);
    return path;
  }

  /** Decompresses a file into another. The zstd decoder ends with each frame, so it is begun anew behind it; gzip members are one stream to its decoder. */
  async unpack(packed: string, packing: Packing): Promise<string> {
    const path = await this.#path("unpacked", packed);
    const { size } = await stat(packed);
    for (let at = 0; at < size;) {
      if (at > 0 && (await packingOf(packed, at)) !== packing) {
        throw new SourceError("broken_compression", this.#name);
      }
      const decoder = packing === "gzip" ? createGunzip() : createZstdDecompress();
      const out = createWriteStream(path, { flags: at === 0 ? "w" : "a" });
      const counter = this.#counter(at, size);
      await this.#pipe([createReadStream(packed, { start: at }), counter, decoder, out]);
      if (decoder.bytesWritten === 0) throw new SourceError("broken_compression", this.#name);
      at = packing === "gzip" ? size : at + decoder.bytesWritten;
    }
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }

  /** A path in the folder; with room for at least as much as `packed` takes. */
  async #path(name: string, packed?: string): Promise<string> {
    const { tmp = tmpdir() } = this.#options;
    try {
      const { bavail, bsize } = await statfs(tmp);
      const needed = packed === undefined ? 0 : (await stat(packed)).size;
      if (bavail * bsize < needed) throw new SourceError("no_space", this.#name);
      this.#folder ??= await mkdtemp(join(tmp, "chatferry-"));
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError("no_spool", this.#name, error);
    }
    return join(this.#folder, name);
  }

  #pipe(stages: readonly (NodeJS.ReadableStream | NodeJS.WritableStream)[]): Promise<void> {
    const { signal } = this.#options;
    return pipeline(stages as never, signal ? { signal } : {});
  }

  #counter(from: number, size: number | undefined): Transform {
    let bytes = from;
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        this.#options.onSpool?.(bytes, size);
        done(null, chunk);
      },
    });
  }
}
