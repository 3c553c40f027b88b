import type { S3Place } from "../files/index.ts";
import type { StoreLocation } from "../store/index.ts";

/** Where imports are: plain data, which other threads open the same ones with. */
export interface ImportsLocation extends StoreLocation {
  /** The bucket that files are in. Default: they are below the folder. */
  readonly s3?: S3Place | undefined;
}
