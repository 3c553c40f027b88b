/** What can be wrong with the files.
 *
 * - `file_too_large`: more bytes came than the file may have.
 * - `file_not_found`: there is none of that name.
 * - `disk_full`: no room for what was to be written.
 * - `files_unwritable`: their folder cannot be made, read or written.
 * - `file_damaged`: what comes of it is not what was written.
 * - `files_unreachable`: the object store that they are in does not answer, or is busy.
 * - `files_refused`: it does not let us, or has no such bucket.
 * - `files_failed`: the system failed in a way that has no cause of its own here. */
export type FilesErrorCode =
  | "file_too_large"
  | "file_not_found"
  | "disk_full"
  | "files_unwritable"
  | "file_damaged"
  | "files_unreachable"
  | "files_refused"
  | "files_failed";

/** A failure of the files. `message` says what failed, `fix` how to mend it, `cause` is what the system threw, if anything. */
export class FilesError extends Error {
  override readonly name = "FilesError";
  readonly code: FilesErrorCode;
  readonly fix: string;

  constructor(code: FilesErrorCode, message: string, fix: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fix = fix;
  }
}
