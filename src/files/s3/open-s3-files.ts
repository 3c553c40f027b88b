import { createHash, randomUUID } from "node:crypto";
import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  AbortMultipartUploadCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
} from "@aws-sdk/client-s3";
import { makeFolder } from "../../store/index.ts";
import { diskError } from "../disk-error.ts";
import { fileName } from "../file-name.ts";
import type {
  CopyOptions,
  Files,
  FileWriter,
  LocalCopy,
  ResumedWriter,
  StoredRange,
} from "../files.ts";
import { resumedUpload } from "./resumed-upload.ts";
import { S3Bucket, type S3Options, tailSuffix } from "./s3-bucket.ts";
import { DamagedTransferError, s3Error } from "./s3-error.ts";
import type { S3Place } from "./s3-place.ts";
import { S3Writer } from "./s3-writer.ts";

const copySuffix = ".copy";

/** Files in a bucket of an object store.
 *
 * @param tmp folder of this machine for copies of files, made when it is needed */
export function openS3Files(place: S3Place, tmp: string, options: S3Options = {}): Files {
  return new S3Files(new S3Bucket(place, options), tmp);
}

class S3Files implements Files {
  readonly #bucket: S3Bucket;
  readonly #tmp: string;

  constructor(bucket: S3Bucket, tmp: string) {
    this.#bucket = bucket;
    this.#tmp = tmp;
  }

  async create(most = Infinity): Promise<FileWriter> {
    return new S3Writer(this.#bucket, randomUUID(), most);
  }

  async resume(name: string, most = Infinity): Promise<ResumedWriter> {
    return new S3Writer(this.#bucket, name, most, await resumedUpload(this.#bucket, name));
  }

  async open(name: string): Promise<StoredRange> {
    const size = await this.#sizeOf(name);
    return {
      size,
      read: (offset, length, into) => {
        const wanted = Math.max(0, Math.min(length, size - offset));
        return this.#bucket.read(name, offset, into?.subarray(0, wanted) ?? new Uint8Array(wanted));
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }

  async localCopy(name: string, { sha256, signal }: CopyOptions = {}): Promise<LocalCopy> {
    const size = await this.#sizeOf(name);
    const path = join(this.#tmp, randomUUID() + copySuffix);
    const dispose = () => rm(path, { force: true });
    const hash = createHash("sha256");
    try {
      makeFolder(this.#tmp);
      await using file = await open(path, "wx", 0o600);
      for await (const block of this.#bucket.blocks(name, size)) {
        signal?.throwIfAborted();
        hash.update(block);
        await file.writeFile(block);
      }
      if (sha256 !== undefined && hash.digest("hex") !== sha256) {
        throw s3Error(
          `The file ${name} in the bucket ${this.#bucket.place.bucket}`,
          new DamagedTransferError("its SHA-256 is another one"),
        );
      }
    } catch (error) {
      await dispose();
      signal?.throwIfAborted();
      throw diskError(path, error);
    }
    return { path, [Symbol.asyncDispose]: dispose };
  }

  async remove(name: string): Promise<void> {
    if (fileName.test(name)) await this.#bucket.remove(this.#bucket.key(name));
  }

  async sweep(
    olderThan: number,
    unknown: (names: readonly string[]) => Promise<readonly string[]>,
  ): Promise<number> {
    const latest = Date.now() - olderThan;
    let removed = await this.#sweepUploads(latest);
    await this.#sweepCopies(latest);
    for await (const names of this.#namesUntil(latest)) {
      const [tails, whole] = [names.filter(isTail), names.filter((name) => !isTail(name))];
      for (const tail of tails) await this.#bucket.remove(this.#bucket.key(tail));
      removed += tails.length;
      const leftovers = await unknown(whole);
      for (const name of leftovers) await this.remove(name);
      removed += leftovers.length;
    }
    return removed;
  }

  /** Names of files that are not younger, and of tails, in pages. */
  async *#namesUntil(latest: number): AsyncGenerator<string[]> {
    const prefix = this.#bucket.key("");
    let token: string | undefined;
    do {
      const page = await this.#bucket.ask(undefined, (client, options) =>
        client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket.place.bucket,
            Prefix: prefix,
            ContinuationToken: token,
          }),
          options,
        ),
      );
      const old = (page.Contents ?? []).filter(
        ({ LastModified }) => Number(LastModified) <= latest,
      );
      const names = old.map(({ Key }) => Key!.slice(prefix.length));
      yield names.filter((name) => fileName.test(name.replace(tailSuffix, "")));
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async #sweepUploads(latest: number): Promise<number> {
    const bucket = { Bucket: this.#bucket.place.bucket };
    const prefix = this.#bucket.key("");
    let removed = 0;
    let from: { readonly KeyMarker?: string; readonly UploadIdMarker?: string } | undefined = {};
    while (from !== undefined) {
      const asked = new ListMultipartUploadsCommand({ ...bucket, Prefix: prefix, ...from });
      const page: ListMultipartUploadsCommandOutput = await this.#bucket.ask(
        undefined,
        (client, options) => client.send(asked, options),
      );
      for (const { Key = "", UploadId, Initiated } of page.Uploads ?? []) {
        if (Number(Initiated) > latest || !fileName.test(Key.slice(prefix.length))) continue;
        await this.#bucket.ask(undefined, (client, options) =>
          client.send(new AbortMultipartUploadCommand({ ...bucket, Key, UploadId }), options),
        );
        removed++;
      }
      const { IsTruncated, NextKeyMarker = "", NextUploadIdMarker = "" } = page;
      from = IsTruncated
        ? { KeyMarker: NextKeyMarker, UploadIdMarker: NextUploadIdMarker }
        : undefined;
    }
    return removed;
  }

  /** Copies that somebody left who was killed. */
  async #sweepCopies(latest: number): Promise<void> {
    const names = await readdir(this.#tmp).catch(() => []);
    for (const name of names.filter((name) => name.endsWith(copySuffix))) {
      const path = join(this.#tmp, name);
      const info = await stat(path).catch(() => undefined);
      if (info !== undefined && info.mtimeMs <= latest) await rm(path, { force: true });
    }
  }

  async #sizeOf(name: string): Promise<number> {
    if (!fileName.test(name)) throw s3Error(`The file ${name}`, { name: "NoSuchKey" });
    const { ContentLength } = await this.#bucket.ask(name, (client, options) =>
      client.send(new HeadObjectCommand(this.#object(name)), options),
    );
    return ContentLength!;
  }

  #object(name: string) {
    return { Bucket: this.#bucket.place.bucket, Key: this.#bucket.key(name) };
  }
}

function isTail(name: string): boolean {
  return name.endsWith(tailSuffix);
}
