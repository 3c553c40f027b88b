import { FilesError } from "./files-error.ts";

/** What the file system threw as a {@link FilesError}.
 *
 * @param path the file, for the message */
export function diskError(path: string, error: unknown): FilesError {
  if (error instanceof FilesError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return new FilesError(
        "file_not_found",
        `There is no file ${path}.`,
        "It was removed, or its folder was put back without it; upload it again.",
        error,
      );
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new FilesError(
        "disk_full",
        `The file ${path} cannot be written: ${message}.`,
        "Make room on the disk, then try again.",
        error,
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new FilesError(
        "files_unwritable",
        `The folder of the file ${path} cannot be used: ${message}.`,
        "Make it readable and writable for the user that Chatferry runs as.",
        error,
      );
    default:
      return new FilesError(
        "files_failed",
        `The file ${path} failed: ${message}.`,
        "Check the disk, then try again.",
        error,
      );
  }
}
