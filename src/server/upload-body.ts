import { ApiError } from "./api-error.ts";

/** The bytes of an upload as they come. Throws an {@link ApiError} `timeout` where they break off. */
export async function* uploadBody({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    if (body !== null) yield* body;
  } catch (error) {
    throw new ApiError(
      "timeout",
      "The file broke off before its end.",
      "Send it again: from the start, or, of an upload in several tries, from where it was.",
      { error: "upload_broken", cause: error },
    );
  }
}
