import { ApiError } from "./api-error.ts";

/** More bytes than a file may have. */
export function uploadTooLarge(most: number): ApiError {
  return new ApiError(
    "too_large",
    `The file has more than ${most} bytes.`,
    "Compress it with gzip or zstd, split it, or have the limit raised.",
    { error: "file_too_large" },
  );
}
