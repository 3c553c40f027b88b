import type { ApiKey, Control } from "../store/index.ts";
import { ApiError } from "./api-error.ts";

/** The API key that a request names in its query. Throws an {@link ApiError} `unknown_key`. */
export async function keyOf(control: Control, { url }: Pick<Request, "url">): Promise<ApiKey> {
  const given = new URL(url).searchParams.get("api_key");
  if (!given) {
    throw new ApiError(
      "unknown_key",
      "The request names no API key.",
      "Add `api_key` to the query.",
    );
  }
  const found = await control.key(given);
  if (found !== undefined) return found;
  throw new ApiError(
    "unknown_key",
    "The API key is not valid.",
    "Give one that was made here and is not revoked.",
  );
}
