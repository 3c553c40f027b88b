import type { Control } from "../store/index.ts";
import { ApiError } from "./api-error.ts";
import type { Caller } from "./caller.ts";
import { verifyToken } from "./verify-token.ts";

/** Tells who calls by the key in the query and the token in the headers. Whether a user of that name is in the app is not asked. Source: http-api section 2.
 *
 * @throws ApiError `unknown_key`, `authentication`, and what {@link verifyToken} throws */
export async function authenticate(
  control: Control,
  { url, headers }: Pick<Request, "url" | "headers">,
): Promise<Caller> {
  const given = new URL(url).searchParams.get("api_key");
  if (!given) {
    throw new ApiError(
      "unknown_key",
      "The request names no API key.",
      "Add `api_key` to the query.",
    );
  }
  const found = await control.key(given);
  if (found === undefined) {
    throw new ApiError(
      "unknown_key",
      "The API key is not valid.",
      "Give one that was made here and is not revoked.",
    );
  }
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
