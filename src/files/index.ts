export type { DownloadFailure, DownloadFailureCode } from "./download/download-failure.ts";
export type { Resolve, ResolvedAddress } from "./download/guarded-connector.ts";
export {
  type Downloaded,
  type Downloader,
  type DownloadLimits,
  openDownloader,
} from "./download/open-downloader.ts";
export type {
  CopyOptions,
  Files,
  FileWriter,
  LocalCopy,
  ResumedWriter,
  StoredFile,
  StoredRange,
} from "./files.ts";
export { FilesError, type FilesErrorCode } from "./files-error.ts";
export { openFiles } from "./open-files.ts";
export type { S3Place } from "./s3/s3-place.ts";
