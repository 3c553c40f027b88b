import { pipeline, Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { type ByteRange, packingOf } from "../analyse/index.ts";
import { FilesError } from "../files/index.ts";
import type { ImportRecord } from "../store/index.ts";
import { ImportError } from "./import-error.ts";
import { resultOf } from "./import-result.ts";
import type { Imports } from "./imports.ts";

/** How far into a compressed file one may look: what is before has to be decompressed each time. */
const farthest = 64 * 1_048_576;

/** What is read of a compressed file at once, in bytes. */
const block = 262_144;

/** A part of a file, decompressed. */
export interface FilePart {
  readonly bytes: Uint8Array;
  /** Bytes of the whole file, decompressed; null where nobody knows yet. */
  readonly size: number | null;
}

/** Reads a part of the file of an import, decompressed, as offsets of issues count; less where the file ends before, nothing behind its end or where its compression is broken.
 *
 * @throws ImportError `file_missing` when it is not uploaded, `invalid_range` when it is too far into a compressed file; FilesError */
export async function readFile(
  { files }: Pick<Imports, "files">,
  record: Pick<ImportRecord, "file" | "fileName" | "result">,
  offset: number,
  length: number,
): Promise<FilePart> {
  const { file, fileName } = record;
  if (file === null) {
    throw new ImportError(
      "file_missing",
      `The file ${fileName} is not uploaded yet.`,
      "Upload it to its upload URL first.",
    );
  }
  await using range = await files.open(file.name);
  const packing = packingOf(await range.read(0, 4));
  if (packing !== "gzip" && packing !== "zstd") {
    return { bytes: await range.read(offset, length), size: range.size };
  }
  if (offset + length > farthest) {
    throw new ImportError(
      "invalid_range",
      `A compressed file is shown up to ${farthest} bytes.`,
      "Decompress your copy of it, and look there.",
    );
  }
  const bytes = await unpack(range, packing, offset, offset + length);
  return { bytes, size: resultOf(record)?.size ?? null };
}

/** The bytes of a compressed file from one to another. */
async function unpack(
  range: ByteRange,
  packing: "gzip" | "zstd",
  from: number,
  to: number,
): Promise<Buffer> {
  const blocks: Buffer[] = [];
  let position = 0;
  // A decoder may end with a frame, and is begun anew behind it.
  for (let at = 0; at < range.size && position < to;) {
    const decoder = packing === "gzip" ? createGunzip() : createZstdDecompress();
    const packed = Readable.from(blocksOf(range, at), { objectMode: false });
    // Of its failure, whoever reads the decoder hears.
    pipeline(packed, decoder, () => undefined);
    try {
      for await (const block of decoder) {
        const bytes = block as Buffer;
        const wanted = bytes.subarray(Math.max(0, from - position), to - position);
        if (wanted.length > 0) blocks.push(wanted);
        position += bytes.length;
        if (position >= to) break;
      }
    } catch (error) {
      if (error instanceof FilesError) throw error;
      // Broken behind here: the analysis says so; what came before is shown.
      break;
    } finally {
      packed.destroy();
    }
    if (decoder.bytesWritten === 0) break;
    at += decoder.bytesWritten;
  }
  return Buffer.concat(blocks);
}

async function* blocksOf(range: ByteRange, from: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < range.size; at += block) yield await range.read(at, block);
}
