import { ApiError } from "../api-error.ts";

/** Throws an {@link ApiError} `not_allowed` where a page of another site sends the request: what a browser signs with a cookie, it signs for every page that asks it to.
 *
 * @param origin of the server, as others reach it
 * @param cookie whether the request is signed by a cookie: then a write must say which page it is from */
export function mustBeOwnOrigin(
  { method, headers }: Pick<Request, "method" | "headers">,
  origin: string,
  cookie: boolean,
): void {
  if (method === "GET" || method === "HEAD") return;
  const from = headers.get("origin");
  if (from === null ? !cookie : from === new URL(origin).origin) return;
  throw new ApiError(
    "not_allowed",
    "The request comes from a page of another site, or does not say where it comes from.",
    `Send the header Origin: ${new URL(origin).origin}, as browsers do, or call with a token.`,
    { error: "foreign_origin" },
  );
}
