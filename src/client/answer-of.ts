import type { ErrorBody } from "../server/index.ts";
import { ApiError } from "./api-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { Connection } from "./connection.ts";

/** Sends a request, and gives what is answered where it is no error.
 *
 * @throws ApiError what the server answers; ConnectionError where there is none, or something else; an AbortError of the signal */
export async function answerOf(
  { fetch = globalThis.fetch }: Pick<Connection, "fetch">,
  url: string,
  init: RequestInit,
): Promise<Response> {
  let response: Response;
  try {
    // A request that is sent elsewhere loses its body and its credentials.
    response = await fetch(url, { redirect: "manual", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw ConnectionError.of(url, error);
  }
  if (response.ok) return response;
  const body = await errorBody(response);
  if (body !== undefined) throw new ApiError(body);
  const to = response.headers.get("location");
  throw new ConnectionError(
    url,
    `answers ${response.status}${to === null ? "" : `, to ask at ${to}`}, and not as Chatferry does`,
    "Check the address, and what stands in front of the server.",
  );
}

async function errorBody(response: Response): Promise<ErrorBody | undefined> {
  try {
    const body = (await response.json()) as Partial<ErrorBody>;
    const { message, error, StatusCode, fix } = body;
    const known = [message, error, fix].every((text) => typeof text === "string");
    return known && typeof StatusCode === "number" ? (body as ErrorBody) : undefined;
  } catch {
    return undefined;
  }
}
