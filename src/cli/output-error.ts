/** What a command has to say cannot be written where its output goes. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly fix: string;

  constructor(cause: NodeJS.ErrnoException) {
    const full = cause.code === "ENOSPC" || cause.code === "EDQUOT";
    super(`cannot write the output: ${full ? "the disk is full" : cause.message}`, { cause });
    this.fix = full ? "free some space, or send the output elsewhere" : "send the output elsewhere";
  }
}
