import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type FileRange, openFileRange } from "../analyse/index.ts";
import type { Client, UploadPlace } from "../client/index.ts";
import { isSpecial } from "./is-special.ts";
import { formatBytes, formatDuration } from "./numbers.ts";
import { openProgress } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

const block = 262_144;

/** How many blocks are read before the memory of the first is used again. Streams hold some four at a time, and what they are done with is collected late: gigabytes would be waiting. */
const blocks = 32;

/** What arrived is not what was read. */
class DamagedUploadError extends Error {
  override readonly name = "DamagedUploadError";
  readonly fix = "send it again; when it comes again, look at what stands in front of the server";
}

/** Sends a file, as it is, to a place of its own, in as many tries as it takes, and makes sure that what arrived is what was read. Shows on a terminal how far it is, and says where it goes on when a try broke off.
 *
 * @throws UsageError where it is no plain file; SourceError when it cannot be read, or changes meanwhile; ApiError, ConnectionError; DamagedUploadError */
export async function sendFile(
  client: Client,
  path: string,
  signal: AbortSignal,
): Promise<UploadPlace> {
  if (await isSpecial(path)) {
    throw new UsageError(
      `${path} is no plain file; write what comes from it to one, and name that`,
    );
  }
  await using file = await openFileRange(path);
  const { size } = file;
  // Tells of a folder before a place is asked for.
  await file.read(0, 1);
  using progress = openProgress();
  const place = await client.createUpload(basename(path));
  const hash = createHash("sha256");
  const hashed = { bytes: 0 };
  const read = { failure: undefined as unknown };
  const from = (offset: number) =>
    ReadableStream.from(
      blocksOf(file, offset, read, (at, bytes) => {
        // What is sent again went through the hash before.
        const fresh = bytes.subarray(Math.max(0, hashed.bytes - at));
        hash.update(fresh);
        hashed.bytes += fresh.length;
      }),
    );
  try {
    const { sha256 } = await client.sendUpload(
      place,
      { size, from },
      {
        onProgress: (done) => progress.show({ phase: "uploading", done, total: size }),
        onBroken: ({ error, wait }) =>
          progress.say(`The upload broke off: ${error.message} Again in ${formatDuration(wait)}.`),
        onResumed: (at) =>
          progress.say(`The upload goes on at ${formatBytes(at)} of ${formatBytes(size)}.`),
        signal,
      },
    );
    if (sha256 === hash.digest("hex")) return place;
  } catch (error) {
    throw read.failure ?? error;
  }
  throw new DamagedUploadError(`What arrived of ${path} is not what was read.`);
}

/** The bytes of a file from one to the end; what keeps them from being read is also noted, as those who send streams hide it. */
async function* blocksOf(
  file: FileRange,
  offset: number,
  read: { failure: unknown },
  onBlock: (at: number, bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const memory: Uint8Array[] = [];
  try {
    for (let at = offset, n = 0; at < file.size; at += block, n++) {
      const into = (memory[n % blocks] ??= new Uint8Array(block));
      const bytes = (await file.read(at, block, into)) as Uint8Array<ArrayBuffer>;
      onBlock(at, bytes);
      yield bytes;
    }
    await file.mustBeUnchanged();
  } catch (error) {
    read.failure = error;
    throw error;
  }
}
