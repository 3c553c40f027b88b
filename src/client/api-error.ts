import type { ErrorBody } from "../server/index.ts";

/** The server answers that a request cannot be answered as it asks. `message` says why, `fix` what to do instead. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The word for programs, such as `import_state`; see the server's page /docs/errors. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  readonly fix: string;

  constructor({ message, error, StatusCode, fix }: ErrorBody) {
    super(reasonOf(message, fix));
    this.code = error;
    this.status = StatusCode;
    this.fix = fix;
  }
}

/** What is said between the name of the operation and what mends it. */
function reasonOf(message: string, fix: string): string {
  const [, said = message] = /^\w+ failed with error: "(.*)"$/s.exec(message) ?? [];
  return said.endsWith(` ${fix}`) ? said.slice(0, -fix.length - 1) : said;
}
