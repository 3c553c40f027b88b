import { call, type CallInput } from "./call.ts";
import { ConnectionError } from "./connection-error.ts";
import type { Connection } from "./connection.ts";

/** Calls a route that answers JSON, whose shape is `T`.
 *
 * @throws what {@link call} throws; ConnectionError where it is no JSON */
export async function ask<T>(
  connection: Connection,
  method: string,
  path: string,
  input?: CallInput,
): Promise<T> {
  const response = await call(connection, method, path, input);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (input?.signal?.aborted) throw error;
    throw new ConnectionError(
      connection.url,
      "answers something that is no JSON",
      "Check the address, and what stands in front of the server.",
      error,
    );
  }
}
