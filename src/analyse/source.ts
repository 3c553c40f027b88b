import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { type FileRange, openFileRange } from "./file-range.ts";
import { SourceError } from "./source-error.ts";

/** An import file ready to be read by range: the file itself, or the spool file that its decompressed bytes, or those of a stream, were written to. Disposing of it removes the spool file. */
export interface Source extends FileRange {
  /** The name a person knows it by; `-` for standard input. */
  readonly name: string;
}

/** Where a source comes from and where it may be spooled. */
export interface SourceOptions {
  /** The folder for spool files. Default: the system's folder for temporary files. */
  readonly tmp?: string;
  /** Tells how many compressed bytes, or bytes of the stream, have been spooled. */
  readonly onSpool?: (bytes: number, size: number | undefined) => void;
  readonly signal?: AbortSignal;
}

const gzip = [0x1f, 0x8b];
const zstd = [0x28, 0xb5, 0x2f, 0xfd];

/** Opens an import file: a path, or a stream. Compression is told by the first bytes, not by the name; what is compressed or a stream is spooled once, and everything after reads the spool.
 *
 * @throws SourceError when it cannot be read, is no file, or there is no room to spool it */
export async function openSource(
  input: string | Readable,
  options: SourceOptions = {},
): Promise<Source> {
  const name = typeof input === "string" ? input : "-";
  try {
    if (typeof input !== "string") return await spool(input, name, undefined, options);
    const info = await stat(input);
    if (info.isDirectory()) throw new SourceError("not_a_file", name);
    if (!info.isFile()) return await spool(createReadStream(input), name, undefined, options);
    const head = await firstBytes(input);
    if (!isCompressed(head)) return { ...(await openFileRange(input)), name };
    return await spool(createReadStream(input), name, info.size, options);
  } catch (error) {
    throw SourceError.from(error, name);
  }
}

/** SHA-256 of the bytes of a source, as hex: what says that two files are one. */
export async function hashSource(source: FileRange, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(source.path, { highWaterMark: 1_048_576 });
  for await (const bytes of stream) {
    signal?.throwIfAborted();
    hash.update(bytes as Buffer);
  }
  return hash.digest("hex");
}

async function spool(
  input: Readable,
  name: string,
  size: number | undefined,
  { tmp = tmpdir(), onSpool, signal }: SourceOptions,
): Promise<Source> {
  if (size !== undefined) await checkSpace(tmp, size, name);
  const folder = await mkdtemp(join(tmp, "chatferry-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, basename(name === "-" ? "stdin" : name));
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        onSpool?.(bytes, size);
        done(null, chunk);
      },
    });
    const { head, stream } = await peek(input);
    const decompress = decompressor(head);
    const stages = decompress ? [stream, counted, decompress] : [stream, counted];
    await pipeline([...stages, createWriteStream(path)], signal ? { signal } : {});
    const range = await openFileRange(path);
    const close = async () => {
      await range[Symbol.asyncDispose]();
      await dispose();
    };
    return { ...range, name, [Symbol.asyncDispose]: close };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The first bytes of a stream, and the stream with them. */
async function peek(input: Readable): Promise<{ head: Uint8Array; stream: Readable }> {
  const chunks: Buffer[] = [];
  let length = 0;
  const iterator = input[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>;
  while (length < zstd.length) {
    const next = await iterator.next();
    if (next.done) break;
    const chunk = Buffer.from(next.value as Buffer);
    chunks.push(chunk);
    length += chunk.length;
  }
  async function* rest(): AsyncGenerator<Buffer | string> {
    yield* chunks;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  }
  return { head: Buffer.concat(chunks), stream: Readable.from(rest(), { objectMode: false }) };
}

function decompressor(head: Uint8Array): Transform | undefined {
  if (startsWith(head, gzip)) return createGunzip();
  if (startsWith(head, zstd)) return createZstdDecompress();
  return undefined;
}

function isCompressed(head: Uint8Array): boolean {
  return startsWith(head, gzip) || startsWith(head, zstd);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const bytes = new Uint8Array(zstd.length);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  return bytes.subarray(0, bytesRead);
}

/** The spool takes at least as much room as the compressed file; that much must be there before it is begun. */
async function checkSpace(tmp: string, size: number, name: string): Promise<void> {
  const { bavail, bsize } = await statfs(tmp);
  if (bavail * bsize < size) throw new SourceError("no_space", name);
}
