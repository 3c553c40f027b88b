/** The report cannot be written. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  readonly fix: string;

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const full = cause.code === "ENOSPC" || cause.code === "EDQUOT";
    const limited = cause.code === "EFBIG";
    const why = limited ? "no file may grow so large" : (cause.code ?? cause.message);
    super(`cannot write the report ${path}: ${full ? "the disk is full" : why}`, { cause });
    if (full) this.fix = "free some space, or name a file on another disk by --report";
    else if (limited) this.fix = "admit larger files (ulimit -f)";
    else this.fix = "name a file that can be written by --report";
  }
}
