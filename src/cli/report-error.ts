/** The report cannot be written. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  readonly fix: string;

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const full = cause.code === "ENOSPC" || cause.code === "EDQUOT";
    const why = full ? "the disk is full" : (cause.code ?? cause.message);
    super(`cannot write the report ${path}: ${why}`, { cause });
    this.fix = full
      ? "free some space, or name a file on another disk by --report"
      : "name a file that can be written by --report";
  }
}
