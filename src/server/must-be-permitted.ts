import { ApiError } from "./api-error.ts";
import type { Caller } from "./caller.ts";
import type { Permission } from "./permission.ts";

/** What each kind of caller may call. */
const permitted = {
  user: ["user"],
  server: ["user", "member", "uploader", "operator"],
  member: ["user", "member"],
  uploader: ["user", "member", "uploader"],
  operator: ["user", "member", "uploader", "operator"],
  admin: ["user", "member", "uploader", "operator", "account", "admin"],
  account: ["account"],
} as const satisfies Readonly<Record<string, readonly Permission[]>>;

/** Throws an {@link ApiError} `not_allowed` unless a caller may call a route of this permission. */
export function mustBePermitted(caller: Caller, permission: Permission): void {
  const kind = kindOf(caller);
  const mine: readonly Permission[] = permitted[kind];
  if (mine.includes(permission)) return;
  if (kind === "user") {
    throw new ApiError(
      "not_allowed",
      "A user token does not permit it.",
      "Call it from your server, with a server token.",
    );
  }
  throw new ApiError(
    "not_allowed",
    `It takes ${permission === "admin" ? "an admin" : "an operator of the app"}.`,
    "Ask somebody who is, or ask an admin to become one.",
  );
}

function kindOf(caller: Caller): keyof typeof permitted {
  if (caller.kind === "account") return caller.role;
  if (caller.kind === "signed in") return caller.account.admin ? "admin" : "account";
  return caller.kind;
}
