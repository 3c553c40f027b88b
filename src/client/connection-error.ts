/** There is no server of Chatferry where one is asked: nothing answers, something else does, or the connection broke off. `message` names the address and says why, `fix` what to do. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  readonly fix: string;

  /** @param why continues the sentence that begins with the address. */
  constructor(url: string, why: string, fix: string, cause?: unknown) {
    super(`The server at ${new URL(url).origin} ${why}.`, cause === undefined ? {} : { cause });
    this.fix = fix;
  }

  /** Of what `fetch` threw: it names the reason in the causes alone. */
  static of(url: string, thrown: unknown): ConnectionError {
    return new ConnectionError(
      url,
      `cannot be reached (${reasonOf(thrown)})`,
      "Start it there with `chatferry serve`, or give the address of one that runs.",
      thrown,
    );
  }
}

/** The innermost reason that says something. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const inner = thrown instanceof AggregateError ? thrown.errors.at(0) : thrown.cause;
  return inner instanceof Error ? reasonOf(inner) : thrown.message;
}
