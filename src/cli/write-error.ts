/** A file that a command writes: what it is, and the option that names it. */
export interface OutputFileKind {
  /** As in `cannot write the report`. */
  readonly what: string;
  readonly option: string;
}

/** A file cannot be written. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  readonly fix: string;

  constructor(path: string, { what, option }: OutputFileKind, cause: NodeJS.ErrnoException) {
    const full = cause.code === "ENOSPC" || cause.code === "EDQUOT";
    const limited = cause.code === "EFBIG";
    const why = limited ? "no file may grow so large" : (cause.code ?? cause.message);
    super(`cannot write the ${what} ${path}: ${full ? "the disk is full" : why}`, { cause });
    if (full) this.fix = `free some space, or name a file on another disk by ${option}`;
    else if (limited) this.fix = "admit larger files (ulimit -f)";
    else this.fix = `name a file that can be written by ${option}`;
  }
}
