import { FilesError } from "./files-error.ts";

/** More bytes came than a file may have. */
export function fileTooLarge(most: number): FilesError {
  return new FilesError(
    "file_too_large",
    `The file has more than ${most} bytes.`,
    "Compress it with gzip or zstd, split it, or have the limit raised.",
  );
}
