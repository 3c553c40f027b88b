import { ApiError } from "../api-error.ts";

/** What is said of a message that is not there, or not for the one who asks. */
export function messageNotFound(id: string): ApiError {
  return new ApiError(
    "not_found",
    `There is no message ${id.slice(0, 255)}.`,
    "Query the messages of its channel to see which ones there are.",
  );
}
