import { ApiError } from "../api-error.ts";

/** The error where address and password do not belong together; it does not tell which of them is there. */
export function wrongPassword(): ApiError {
  return new ApiError(
    "authentication",
    "The e-mail address or the password is wrong.",
    "Try again, or ask an admin for a link to set a new password.",
    { error: "wrong_password" },
  );
}
