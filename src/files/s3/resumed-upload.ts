import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
} from "@aws-sdk/client-s3";
import { FilesError } from "../files-error.ts";
import type { S3Bucket } from "./s3-bucket.ts";

/** What tries before have left of a file in a bucket. */
export interface ResumedUpload {
  /** The multipart upload; undefined where not even a part was full. */
  readonly upload: string | undefined;
  /** Of its parts, in order. */
  readonly etags: readonly string[];
  /** What is behind them, and is not enough for a part; undefined where nothing is. */
  readonly tail: Uint8Array | undefined;
  /** Bytes of all of that. */
  readonly offset: number;
}

/** Looks for it: the store alone knows, so that any process may go on.
 *
 * @throws FilesError */
export async function resumedUpload(bucket: S3Bucket, name: string): Promise<ResumedUpload> {
  const { bucket: Bucket } = bucket.place;
  const Key = bucket.key(name);
  const { Uploads = [] } = await bucket.ask(name, (client, options) =>
    client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: Key }), options),
  );
  const upload = Uploads.find((one) => one.Key === Key)?.UploadId;
  const etags: string[] = [];
  let size = 0;
  let from = upload && "0";
  while (from !== undefined) {
    const asked = new ListPartsCommand({ Bucket, Key, UploadId: upload, PartNumberMarker: from });
    const page: ListPartsCommandOutput = await bucket.ask(name, (client, options) =>
      client.send(asked, options),
    );
    for (const { ETag, Size } of page.Parts ?? []) {
      etags.push(ETag!);
      size += Size!;
    }
    from = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  }
  const tail = await tailOf(bucket, name, size);
  return { upload, etags, tail, offset: size + (tail?.length ?? 0) };
}

async function tailOf(
  bucket: S3Bucket,
  name: string,
  size: number,
): Promise<Uint8Array | undefined> {
  const asked = new GetObjectCommand({ Bucket: bucket.place.bucket, Key: bucket.tailKey(name) });
  try {
    return await bucket.ask(name, async (client, options) => {
      const { Body, Metadata } = await client.send(asked, options);
      const bytes = await Body!.transformToByteArray();
      return Number(Metadata?.["before"]) === size ? bytes : undefined;
    });
  } catch (error) {
    if (error instanceof FilesError && error.code === "file_not_found") return undefined;
    throw error;
  }
}
