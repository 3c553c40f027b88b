/** What can keep a download from becoming a file.
 *
 * - `invalid_url`: no absolute URL of http or https, or one with a name and a password in it.
 * - `address_refused`: its host is, or resolves to, an address that is not of the public internet, and is not allowed.
 * - `name_not_found`: there is no host of that name.
 * - `name_unresolved`: the name could not be looked up at the moment.
 * - `unreachable`: nothing answers there, or the connection broke.
 * - `certificate_refused`: the certificate is not valid for the host.
 * - `redirected`: too many redirects, or one to nowhere.
 * - `status`: another status than 200.
 * - `timed_out`: it took too long, or was silent for too long.
 * - `too_large`: it has more bytes than a file may have.
 * - `cut`: fewer bytes came than were promised.
 * - `compressed`: it was sent compressed, which was not asked for.
 * - `empty`: no bytes came.
 * - `no_image`: an image was wanted, and something else came, such as a page that says what went wrong. */
export type DownloadFailureCode =
  | "invalid_url"
  | "address_refused"
  | "name_not_found"
  | "name_unresolved"
  | "unreachable"
  | "certificate_refused"
  | "redirected"
  | "status"
  | "timed_out"
  | "too_large"
  | "cut"
  | "compressed"
  | "empty"
  | "no_image";

/** A download that failed. */
export interface DownloadFailure {
  readonly kind: "failed";
  readonly code: DownloadFailureCode;
  /** The sentence about it, with the host and without the query of the URL, which may hold a secret. */
  readonly message: string;
  /** Whether another try may succeed. */
  readonly retry: boolean;
  /** How long the server wants to be left alone before that, in milliseconds; absent where it says nothing. */
  readonly retryAfter?: number;
}

/** Codes that another try may mend; `status` depends on which. */
const passing: ReadonlySet<DownloadFailureCode> = new Set([
  "name_unresolved",
  "unreachable",
  "timed_out",
  "cut",
]);

/** Thrown inside a download, where it fails. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly failure: DownloadFailure;

  constructor(
    code: DownloadFailureCode,
    message: string,
    more: Partial<Pick<DownloadFailure, "retry" | "retryAfter">> = {},
  ) {
    super(message);
    this.failure = { kind: "failed", code, message, retry: passing.has(code), ...more };
  }
}
