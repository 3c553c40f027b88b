import { createHash, type Hash } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { FileWriter, StoredFile } from "../files.ts";
import { fileTooLarge } from "../file-too-large.ts";
import type { S3Bucket } from "./s3-bucket.ts";

/** Most parts of an object. Source: the limits of S3. */
const mostParts = 10_000;

/** Writes a file into a bucket as it comes: in one request where it is no longer than a part, else part by part, of which one is sent while the next one comes. Each goes with its MD5, so that the store refuses what was damaged on the way. */
export class S3Writer implements FileWriter {
  readonly #bucket: S3Bucket;
  readonly #name: string;
  readonly #most: number;
  readonly #hash: Hash = createHash("sha256");
  #part: Buffer | undefined;
  #filled = 0;
  #size = 0;
  #upload: string | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  readonly #etags: string[] = [];

  constructor(bucket: S3Bucket, name: string, most: number) {
    this.#bucket = bucket;
    this.#name = name;
    this.#most = Math.min(most, bucket.partSize * mostParts);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    if (this.#size > this.#most) throw fileTooLarge(this.#most);
    this.#hash.update(bytes);
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
    const sha256 = this.#hash.digest("hex");
    if (this.#upload === undefined) await this.#put();
    else {
      await this.#send();
      await this.#sending;
      await this.#finish(this.#upload);
      this.#upload = undefined;
    }
    return { name: this.#name, size: this.#size, sha256 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
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

  #put(): Promise<unknown> {
    const body = this.#filledPart();
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
