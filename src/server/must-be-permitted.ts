import { ApiError } from "./api-error.ts";
import type { Caller } from "./caller.ts";
import type { Permission } from "./permission.ts";

/** Throws an {@link ApiError} `not_allowed` unless a caller with a token may call a route of this permission. */
export function mustBePermitted({ kind }: Caller, permission: Permission): void {
  if (kind === "server" || permission === "user") return;
  throw new ApiError(
    "not_allowed",
    "A user token does not permit it.",
    "Call it from your server, with a server token.",
  );
}
