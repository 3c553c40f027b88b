export type { Files, FileWriter, LocalCopy, StoredFile, StoredRange } from "./files.ts";
export { FilesError, type FilesErrorCode } from "./files-error.ts";
export { openDiskFiles } from "./open-disk-files.ts";
