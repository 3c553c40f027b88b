import { ApiError } from "./api-error.ts";
import { apiErrors } from "./api-errors.ts";
import { errorBody } from "./wire/error-body.ts";

/** The answer to what is not even a request: its status and its body. Which address it was sent to cannot be told of it.
 *
 * @param error what Node or the adapter says of it
 * @param origin of the server */
export function refuseRequest(
  error: unknown,
  origin: string,
): { readonly status: number; readonly body: string } {
  const refused = reason((error as NodeJS.ErrnoException).code);
  const body = errorBody(refused, "Request", "0.00ms", origin);
  return { status: apiErrors[refused.kind].status, body: JSON.stringify(body) };
}

function reason(code: string | undefined): ApiError {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new ApiError(
        "headers_too_large",
        "The path, the query and the headers have more than 16 KiB.",
        "Send less in them.",
      );
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new ApiError("timeout", "The request did not come in time.", "Send it again.");
    default:
      return new ApiError(
        "invalid_input",
        "This is no HTTP request.",
        "Send one of HTTP/1.1, with the header Host.",
      );
  }
}
