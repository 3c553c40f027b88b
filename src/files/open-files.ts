import { join } from "node:path";
import type { Files } from "./files.ts";
import { openDiskFiles } from "./open-disk-files.ts";
import type { S3Place } from "./s3/s3-place.ts";

/** Opens the files of a data folder: below it, or in a bucket, of which the folder then holds copies for as long as they are read. */
export async function openFiles(folder: string, s3?: S3Place): Promise<Files> {
  if (s3 === undefined) return openDiskFiles(join(folder, "files"));
  // Loaded here: who keeps files on the disk does not wait for it.
  const { openS3Files } = await import("./s3/open-s3-files.ts");
  return openS3Files(s3, join(folder, "tmp", "copies"));
}
