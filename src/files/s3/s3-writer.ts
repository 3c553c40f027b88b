import { createHash, type Hash } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { ResumedWriter, StoredFile } from "../files.ts";
import { fileTooLarge } from "../file-too-large.ts";
import type { ResumedUpload } from "./resumed-upload.ts";
import type { S3Bucket } from "./s3-bucket.ts";

/** Most parts of an object. Source: the limits of S3. */
const mostParts = 10_000;

/** Writes a file into a bucket as it comes: in one request where it is no longer than a part, else part by part, of which one is sent while the next one comes. Each goes with its MD5, so that the store refuses what was damaged on the way. */
export class S3Writer implements ResumedWriter {
  readonly offset: number;
  readonly #bucket: S3Bucket;
  readonly #name: string;
  readonly #most: number;
  readonly #hash: Hash = createHash("sha256");
  #part: Buffer | undefined;
  #filled = 0;
  #size: number;
  #upload: string | undefined;
  #complete = false;
  #sending: Promise<unknown> = Promise.resolve();
  readonly #etags: string[];
  readonly #resumed: ResumedUpload | undefined;

  /** @param resumed what earlier tries have left; without it, what is not completed goes. */
  constructor(bucket: S3Bucket, name: string, most: number, resumed?: ResumedUpload) {
    const { upload, etags = [], offset = 0, tail } = resumed ?? {};
    this.#bucket = bucket;
    this.#name = name;
    this.offset = offset;
    this.#size = offset;
    this.#resumed = resumed;
    this.#upload = upload;
    this.#etags = [...etags];
    if (tail !== undefined) {
      this.#part = Buffer.allocUnsafe(bucket.partSize);
      this.#part.set(tail);
      this.#filled = tail.length;
    }
    this.#most = Math.min(most, bucket.partSize * mostParts);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.#size > this.#most) throw fileTooLarge(this.#most);
    if (this.offset === 0) this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) {
      if (this.#filled === this.#bucket.partSize) await this.#send();
      this.#part ??= Buffer.allocUnsafe(this.#bucket.partSize);
      const some = bytes.subarray(at, at + this.#part.length - this.#filled);
      this.#part.set(some, this.#filled);
      this.#filled += some.length;
      at += some.length;
    }
  }

  async complete(): Promise<StoredFile> {
    const bucket = this.#bucket;
    if (this.#upload === undefined) await this.#put(bucket.key(this.#name));
    else {
      if (this.#filled > 0) await this.#send();
      await this.#sending;
      await this.#finish(this.#upload);
      this.#upload = undefined;
    }
    this.#complete = true;
    if (this.#resumed?.tail !== undefined) await bucket.remove(bucket.tailKey(this.#name));
    // What earlier tries have written went through no hash that is still there.
    if (this.offset > 0) {
      for await (const block of bucket.blocks(this.#name, this.#size)) this.#hash.update(block);
    }
    return { name: this.#name, size: this.#size, sha256: this.#hash.digest("hex") };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#complete) return;
    if (this.#resumed !== undefined) {
      await this.#sending.catch(() => undefined);
      if (this.#filled > 0) await this.#put(this.#bucket.tailKey(this.#name));
      return;
    }
    const upload = this.#upload;
    if (upload === undefined) return;
    this.#upload = undefined;
    await this.#sending.catch(() => undefined);
    // What cannot be removed now is swept later.
    await this.#bucket
      .ask(this.#name, (client, options) =>
        client.send(
          new AbortMultipartUploadCommand({ ...this.#object, UploadId: upload }),
          options,
        ),
      )
      .catch(() => undefined);
  }

  get #object() {
    return { Bucket: this.#bucket.place.bucket, Key: this.#bucket.key(this.#name) };
  }

  /** A tail says how many bytes are in the parts before it: behind more of them, it is in one of those. */
  #put(Key: string): Promise<unknown> {
    const before = String(this.#etags.length * this.#bucket.partSize);
    const body = { ...this.#filledPart(), Key, Metadata: { before } };
    return this.#bucket.ask(this.#name, (client, options) =>
      client.send(
        new PutObjectCommand({ ...this.#object, ...this.#bucket.encryption, ...body }),
        options,
      ),
    );
  }

  /** Sends the part that is full, once the one before has arrived. */
  async #send(): Promise<void> {
    await this.#sending;
    this.#upload ??= await this.#begin();
    const body = this.#filledPart();
    const part = { ...this.#object, ...body, UploadId: this.#upload };
    const number = this.#etags.length + 1;
    this.#sending = this.#bucket
      .ask(this.#name, (client, options) =>
        client.send(new UploadPartCommand({ ...part, PartNumber: number }), options),
      )
      .then(({ ETag }) => this.#etags.push(ETag!));
    // Whoever writes next hears of a failure.
    this.#sending.catch(() => undefined);
    this.#part = undefined;
    this.#filled = 0;
  }

  async #begin(): Promise<string> {
    const { UploadId } = await this.#bucket.ask(this.#name, (client, options) =>
      client.send(
        new CreateMultipartUploadCommand({ ...this.#object, ...this.#bucket.encryption }),
        options,
      ),
    );
    return UploadId!;
  }

  async #finish(upload: string): Promise<void> {
    const parts = this.#etags.map((ETag, n) => ({ ETag, PartNumber: n + 1 }));
    const whole = { ...this.#object, UploadId: upload, MultipartUpload: { Parts: parts } };
    await this.#bucket.ask(this.#name, (client, options) =>
      client.send(new CompleteMultipartUploadCommand(whole), options),
    );
  }

  #filledPart(): { readonly Body: Buffer; readonly ContentMD5: string } {
    const body = this.#part?.subarray(0, this.#filled) ?? Buffer.alloc(0);
    return { Body: body, ContentMD5: createHash("md5").update(body).digest("base64") };
  }
}
