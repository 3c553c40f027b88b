import { DeleteObjectCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type Retries, retrying } from "./retrying.ts";
import { DamagedTransferError } from "./s3-error.ts";
import type { S3Place } from "./s3-place.ts";

/** How the store is asked. Times in milliseconds. */
export interface S3Options {
  /** Tries of one request. Default: 5. */
  readonly attempts?: number;
  /** What is waited after the first. Default: 200. */
  readonly backoff?: number;
  /** How long one request may take; no more than 16 MiB go by one. Default: 120,000. */
  readonly patience?: number;
  /** Bytes of a part, at least 5 MiB; also how much one request reads for a copy. Default: 16 MiB. */
  readonly partSize?: number;
}

/** How many ranges of a file are on their way at once. */
const parallel = 4;

/** What keys of tails end with, see {@link S3Bucket.tailKey}. */
export const tailSuffix = ".tail";

/** A bucket, asked with patience. */
export class S3Bucket {
  readonly partSize: number;
  readonly place: S3Place;
  /** What every object that is written is given. */
  readonly encryption: {
    readonly ServerSideEncryption?: "AES256" | "aws:kms";
    readonly SSEKMSKeyId?: string;
  };
  readonly #client: S3Client;
  readonly #retries: Retries;
  readonly #patience: number;

  constructor(
    place: S3Place,
    { attempts = 5, backoff = 200, patience = 120_000, partSize = 16 * 1_048_576 }: S3Options,
  ) {
    const { region, endpoint, pathStyle, encryption, kmsKey } = place;
    this.place = place;
    this.partSize = partSize;
    this.#retries = { attempts, backoff };
    this.#patience = patience;
    this.encryption = {
      ...(encryption && { ServerSideEncryption: encryption }),
      ...(kmsKey !== undefined && { SSEKMSKeyId: kmsKey }),
    };
    this.#client = new S3Client({
      region: region ?? process.env["AWS_REGION"] ?? "us-east-1",
      ...(endpoint !== undefined && { endpoint }),
      forcePathStyle: pathStyle ?? false,
      // Tried again by us, who also try what was cut on its way.
      maxAttempts: 1,
      // Checked by MD5, which every store knows; many refuse the SDK's own checksums.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      requestHandler: { connectionTimeout: 10_000 },
    });
  }

  /** The key of a file. */
  key(name: string): string {
    return (this.place.prefix ?? "") + name;
  }

  /** The key of what keeps the bytes of an unfinished file that are not enough for a part. */
  tailKey(name: string): string {
    return this.key(name) + tailSuffix;
  }

  /** Asks for something, again where that may help.
   *
   * @param name the file's, for messages; undefined: it is about the bucket
   * @throws FilesError */
  ask<T>(
    name: string | undefined,
    work: (client: S3Client, options: { readonly abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const bucket = `bucket ${this.place.bucket}`;
    const what = name === undefined ? `The ${bucket}` : `The file ${name} in the ${bucket}`;
    return retrying(this.#retries, what, () =>
      work(this.#client, { abortSignal: AbortSignal.timeout(this.#patience) }),
    );
  }

  /** The bytes of a file in order, of which some are always on their way. */
  async *blocks(name: string, size: number): AsyncGenerator<Uint8Array> {
    const step = this.partSize / 2;
    const coming: Promise<Uint8Array>[] = [];
    for (let at = 0; at < size || coming.length > 0;) {
      while (at < size && coming.length < parallel) {
        const block = this.read(name, at, new Uint8Array(Math.min(step, size - at)));
        // Of a failure, whoever takes the block hears.
        block.catch(() => undefined);
        coming.push(block);
        at += step;
      }
      yield await coming.shift()!;
    }
  }

  /** Reads bytes of a file into memory that takes all of them.
   *
   * @throws FilesError */
  read(name: string, offset: number, into: Uint8Array): Promise<Uint8Array> {
    if (into.length === 0) return Promise.resolve(into);
    const Range = `bytes=${offset}-${offset + into.length - 1}`;
    return this.ask(name, async (client, options) => {
      const asked = new GetObjectCommand({
        Bucket: this.place.bucket,
        Key: this.key(name),
        Range,
      });
      const { Body } = await client.send(asked, options);
      const bytes = await Body!.transformToByteArray();
      if (bytes.length !== into.length) {
        throw new DamagedTransferError(`${bytes.length} bytes came of ${into.length}`);
      }
      into.set(bytes);
      return into;
    });
  }

  /** Removes an object; one that is not there is no error. */
  async remove(Key: string): Promise<void> {
    const asked = new DeleteObjectCommand({ Bucket: this.place.bucket, Key });
    await this.ask(undefined, (client, options) => client.send(asked, options));
  }
}
