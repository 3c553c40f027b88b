import { answerOf } from "./answer-of.ts";
import type { Connection } from "./connection.ts";

/** What a request has beside its path. */
export interface CallInput {
  /** What is undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Calls a route of the API with the credentials of the connection.
 *
 * @throws what {@link answerOf} throws */
export async function call(
  connection: Connection,
  method: string,
  path: string,
  { query = {}, body, headers, signal }: CallInput = {},
): Promise<Response> {
  const url = new URL(connection.url.replace(/\/+$/, "") + path);
  const { key: api_key, app } = connection;
  const asked: CallInput["query"] = { api_key, app, ...query };
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const token = await connection.token?.();
  return answerOf(connection, url.href, {
    method,
    headers: {
      "Stream-Auth-Type": "jwt",
      ...(token !== undefined && { Authorization: token }),
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}
