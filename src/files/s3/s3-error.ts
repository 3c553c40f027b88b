import { FilesError } from "../files-error.ts";

/** What the SDK throws: errors of the store have its code as their name. */
interface ThrownByS3 extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
}

/** Less came than was asked for, or something else than was written. */
export class DamagedTransferError extends Error {
  override readonly name = "DamagedTransferError";
}

const damaged: ReadonlySet<string> = new Set(["BadDigest", "DamagedTransferError"]);
const passing: ReadonlySet<string> = new Set([
  ...damaged,
  "RequestTimeout",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "IncompleteBody",
]);

/** Whether another try may mend it: the store is busy or broken, the connection was, or bytes were lost on the way. */
export function mayPass(error: unknown): boolean {
  const { name, $metadata, code } = error as ThrownByS3;
  if (passing.has(name)) return true;
  const status = $metadata?.httpStatusCode;
  if (status !== undefined) return status === 429 || (status >= 500 && status !== 501);
  // No answer: the network, or our patience.
  return code !== undefined || name === "TimeoutError" || name === "AbortError";
}

/** What the SDK threw as a {@link FilesError}.
 *
 * @param what is named in the message: `The file 1b9d… in the bucket files` */
export function s3Error(what: string, error: unknown): FilesError {
  if (error instanceof FilesError) return error;
  const { name, message, $metadata, code } = error as ThrownByS3;
  const status = $metadata?.httpStatusCode;
  if (name === "NoSuchKey" || name === "NotFound") {
    return new FilesError(
      "file_not_found",
      `${what} is not there.`,
      "It was removed, or the bucket is another one; upload it again.",
      error,
    );
  }
  if (damaged.has(name)) {
    return new FilesError(
      "file_damaged",
      `${what} does not arrive as it was sent: ${message}.`,
      "Look at what stands between this machine and the store, then try again.",
      error,
    );
  }
  if (mayPass(error)) {
    return new FilesError(
      "files_unreachable",
      `${what} cannot be reached: ${status ?? code ?? name}.`,
      "See whether the object store is up and its address is right, then try again.",
      error,
    );
  }
  if (status === 501) {
    return new FilesError(
      "files_failed",
      `${what} failed: ${message}`,
      "The object store does not do this; turn off what it lacks, such as encryption.",
      error,
    );
  }
  return new FilesError(
    "files_refused",
    `${what} is refused: ${name}${message === name ? "" : `, ${message}`}`,
    "Check bucket, region, credentials and what they permit: getting, putting, deleting and listing objects.",
    error,
  );
}
