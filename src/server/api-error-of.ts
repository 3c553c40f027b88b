import { FilesError } from "../files/index.ts";
import { ImportError, type ImportErrorCode } from "../imports/index.ts";
import { StoreError } from "../store/index.ts";
import { ApiError } from "./api-error.ts";
import type { ApiErrorKind } from "./api-errors.ts";

const importErrors: Readonly<Record<ImportErrorCode, ApiErrorKind>> = {
  app_not_found: "not_found",
  app_in_production: "not_allowed",
  import_not_found: "not_found",
  import_state: "wrong_state",
  file_missing: "invalid_input",
  upload_offset: "wrong_state",
  confirm_not_permitted: "not_allowed",
  invalid_file_name: "invalid_input",
  invalid_throttle: "invalid_input",
  invalid_reason: "invalid_input",
  invalid_limit: "invalid_input",
  invalid_cursor: "invalid_input",
  invalid_range: "invalid_input",
};

/** Codes of store and files that are not a failure of ours. The sentences of the others may name paths and SQL, which belong into the log. */
const otherErrors: Readonly<Record<string, ApiErrorKind>> = {
  app_not_found: "not_found",
  app_exists: "wrong_state",
  app_in_production: "not_allowed",
  channel_type_not_found: "not_found",
  channel_type_exists: "wrong_state",
  channel_type_in_use: "wrong_state",
  too_many_channel_types: "wrong_state",
  invalid_channel_type: "invalid_input",
  key_not_found: "not_found",
  import_not_found: "not_found",
  account_not_found: "not_found",
  account_exists: "wrong_state",
  last_admin: "wrong_state",
  accounts_set_up: "wrong_state",
  invalid_link: "invalid_input",
  import_state: "wrong_state",
  invalid_filter: "invalid_input",
  invalid_sort: "invalid_input",
  invalid_cursor: "invalid_input",
  invalid_limit: "invalid_input",
  file_too_large: "too_large",
};

/** What is said of failures that pass when somebody does something about them. */
const passing: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  disk_full: [
    "The disk of the server is full.",
    "Make room on it, or tell who runs the server; then try again.",
  ],
  files_unreachable: [
    "The object store of the server does not answer.",
    "Try again in a minute; if it stays so, tell who runs the server.",
  ],
  store_unwritable: [
    "The store can be read, but not be written.",
    "Make its folder writable for the user that Chatferry runs as, or tell who runs the server.",
  ],
  store_timeout: [
    "What is asked for takes too long to find.",
    "Ask for less at once, or again when the server has less to do.",
  ],
  store_unreachable: [
    "The database of the server does not answer.",
    "Try again in a minute; if it stays so, tell who runs the server.",
  ],
  store_locked: [
    "Another process holds the store of the server.",
    "Try again in a minute; if it stays so, tell who runs the server.",
  ],
};

/** What was thrown while a request was answered, as the one who asked may hear it.
 *
 * @param request the request's id, by which its log entry is found */
export function apiErrorOf(error: unknown, request: string): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof ImportError) return told(importErrors[error.code], error);
  if (error instanceof StoreError || error instanceof FilesError) {
    const kind = otherErrors[error.code];
    if (kind !== undefined) return told(kind, error);
    const [message, fix] = passing[error.code] ?? [];
    if (message !== undefined && fix !== undefined) {
      return new ApiError("unavailable", message, fix, { error: error.code, cause: error });
    }
  }
  if (error instanceof DOMException && error.name === "AbortError") {
    return new ApiError("unavailable", "The server stops.", "Try again in some seconds.");
  }
  return new ApiError(
    "internal",
    "Something failed on the server.",
    `The log of the server says more about the request ${request}.`,
    { cause: error },
  );
}

function told(
  kind: ApiErrorKind,
  { code, message, fix }: ImportError | StoreError | FilesError,
): ApiError {
  return new ApiError(kind, message, fix, { error: code });
}
