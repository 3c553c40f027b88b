import { hasSession } from "./accounts/has-session.ts";
import { ApiError } from "./api-error.ts";
import { authenticateAccount, authenticateForApp } from "./authenticate-account.ts";
import type { Caller } from "./caller.ts";
import { keyOf } from "./key-of.ts";
import type { Permission } from "./permission.ts";
import type { Service } from "./service.ts";
import { verifyToken } from "./verify-token.ts";

/** Tells who calls: by the cookie of a session where that is what the route or the request is about, else by the key in the query and the token in the headers. Whether a user of that name is in the app is not asked. Source: http-api section 2.
 *
 * @param origin of the server, as others reach it
 * @throws ApiError `unknown_key`, `authentication`, what {@link verifyToken} throws, and `not_allowed` where a page of another site calls, or an account that has no role in the app */
export async function authenticate(
  service: Service,
  permission: Permission,
  request: Pick<Request, "url" | "headers" | "method">,
  origin: string,
): Promise<Caller> {
  if (permission === "account" || permission === "admin") {
    return authenticateAccount(service, request, origin);
  }
  const { headers } = request;
  if (!headers.has("authorization") && hasSession(request)) {
    return authenticateForApp(service, request, origin);
  }
  const found = await keyOf(service.imports.control, request);
  const type = headers.get("stream-auth-type") ?? "jwt";
  if (type !== "jwt") {
    throw new ApiError(
      "authentication",
      "The header Stream-Auth-Type names a way of authentication that is not known here.",
      "Set it to `jwt`.",
    );
  }
  const token = headers.get("authorization");
  if (!token) {
    throw new ApiError(
      "authentication",
      "The request holds no token.",
      "Give a server token or a user token in the header Authorization.",
    );
  }
  const claims = await verifyToken(token, found.secret);
  const { app, key, name } = found;
  if (claims["server"] === true) return { kind: "server", app, key, by: { kind: "key", name } };
  const userId = claims["user_id"];
  if (typeof userId === "string" && userId !== "") return { kind: "user", app, key, userId };
  throw new ApiError(
    "authentication",
    "The token is neither a server token nor a user token.",
    'Give it the claim `"server": true`, or `"user_id"` with the id of a user.',
  );
}
