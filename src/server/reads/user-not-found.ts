import { ApiError } from "../api-error.ts";

/** What is said of a user that is not there. */
export function userNotFound(id: string): ApiError {
  return new ApiError(
    "not_found",
    `There is no user ${id.slice(0, 255)}.`,
    "Query users to see which ones there are.",
  );
}
