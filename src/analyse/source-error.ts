/** What can keep a source from being read. */
export type SourceErrorCode =
  | "not_found"
  | "not_a_file"
  | "special_file"
  | "not_allowed"
  | "no_space"
  | "no_spool"
  | "no_space_for_keys"
  | "broken_compression"
  | "other_compression"
  | "foreign_format"
  | "window_too_large"
  | "too_large"
  | "bomb"
  | "changed"
  | "unreadable";

const sentences: Readonly<Record<SourceErrorCode, readonly [message: string, fix: string]>> = {
  not_found: ["there is no such file", "check the path"],
  not_a_file: ["it is a folder, not a file", "name the import file in it"],
  special_file: [
    "it is a device or a socket, not a file",
    "name a plain file or a pipe, or - for standard input",
  ],
  not_allowed: ["reading it is not permitted", "check the permissions of the file and its folder"],
  no_space: [
    "there is no room for a copy of it",
    "free some space, admit larger files (ulimit -f), or name another folder by --tmp",
  ],
  no_spool: [
    "the folder to decompress into cannot be used",
    "name another folder by --tmp, one that is there and can be written",
  ],
  no_space_for_keys: [
    "its keys do not fit into memory, and cannot be written to the temporary folder",
    "free some space there, or name another folder by --tmp, one that is there and can be written",
  ],
  broken_compression: [
    "it is damaged, ends too early, or has something behind its end: decompressing failed",
    "compress or copy the file again",
  ],
  other_compression: [
    "it is compressed, and neither as .gz nor as .zst",
    "unpack it first, and name what was in it",
  ],
  foreign_format: [
    "it holds no JSON",
    "name a file of JSON or JSON Lines; unpack it first, where it is in an archive",
  ],
  window_too_large: [
    "decompressing it takes too much memory",
    "compress it without --long or --ultra, or unpack it first and name the result",
  ],
  too_large: [
    "there is more of it than --max-size admits",
    "raise --max-size, or give 0 for no limit, when it is the right file",
  ],
  bomb: [
    "it unpacks to more than 200 times its size, as no chat export does",
    "when it is the right file, unpack it yourself and name the result",
  ],
  changed: ["it has changed since it was analysed", "start again with the file as it is now"],
  unreadable: ["it cannot be read", "check that the file and the disk are all right"],
};

/** An import file that cannot be read at all, as opposed to one with issues. `fix` says what to do. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** The name of the file; `-` for standard input. */
  readonly file: string;
  readonly fix: string;

  /** @param cause what was thrown; of a foreign format, what it is */
  constructor(code: SourceErrorCode, file: string, cause?: unknown) {
    const [message, fix] = sentences[code];
    const named = file === "-" ? "standard input" : file || "a file without a name";
    const isTold = code === "unreadable" || code === "foreign_format";
    const why = isTold ? ` (${String(systemCode(cause) ?? cause)})` : "";
    super(`cannot read ${named}: ${message}${why}`, { cause });
    this.name = "SourceError";
    this.code = code;
    this.file = file;
    this.fix = fix;
  }

  /** The error as a SourceError, told by its system code; an abort stays what it is. */
  static from(error: unknown, name: string): unknown {
    if (error instanceof SourceError || !(error instanceof Error)) return error;
    if (error.name === "AbortError") return error;
    return new SourceError(codeOf(systemCode(error) ?? ""), name, error);
  }
}

function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

function codeOf(system: string): SourceErrorCode {
  if (system === "ENOENT") return "not_found";
  if (system === "EISDIR") return "not_a_file";
  if (system === "EACCES" || system === "EPERM") return "not_allowed";
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(system)) return "no_space";
  if (system === "ZSTD_error_frameParameter_windowTooLarge") return "window_too_large";
  if (/^(Z_|ZSTD_)/.test(system)) return "broken_compression";
  return "unreadable";
}
