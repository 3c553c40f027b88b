import type { ApiErrorKind } from "./api-errors.ts";

/** What an {@link ApiError} has beside its sentences. */
export interface ApiErrorDetails {
  /** The code of what is wrong, where it is finer than the kind. */
  readonly error?: string;
  /** What is wrong with fields of the query or the body, by their paths. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request cannot be answered as it asks. `message` says why, `fix` what to do instead; both are for the one who asks. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly kind: ApiErrorKind;
  readonly fix: string;
  readonly error: string;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ApiErrorKind, message: string, fix: string, details: ApiErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.fix = fix;
    this.error = details.error ?? kind;
    this.fields = details.fields;
    this.headers = details.headers ?? {};
  }
}
