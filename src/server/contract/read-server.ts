import { expect } from "vitest";
import { community } from "../../../test/community.ts";
import type { CheckedItem } from "../../format/index.ts";
import { loadAll } from "../../store/contract/load-all.ts";
import type { Settings } from "../settings/index.ts";
import { houseItems } from "./house-items.ts";
import { type TestCall, type TestServer, testServer } from "./test-server.ts";

/** A JSON object that came back; tests know what is in it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** A server with a community's history, and a small house in which everything else occurs. */
export interface ReadServer extends TestServer {
  /** Asks, and gives the answer.
   *
   * @param status the expected one. Default: 200 */
  readonly ask: (method: string, path: string, call?: TestCall, status?: number) => Promise<Json>;
  /** The same for GET with JSON in `payload`. */
  readonly askPayload: (
    path: string,
    payload: object,
    call?: TestCall,
    status?: number,
  ) => Promise<Json>;
  /** Credentials of a user. */
  readonly as: (userId: string) => Promise<TestCall>;
}

/** Opens one.
 *
 * @param more items beside those
 * @param settings of the server */
export async function readServer(
  more: readonly CheckedItem[] = [],
  settings?: Partial<Settings>,
): Promise<ReadServer> {
  const server = await testServer(settings);
  await loadAll(server.imports.store, [...(community() as CheckedItem[]), ...houseItems, ...more]);
  const ask: ReadServer["ask"] = async (method, path, call, status = 200) => {
    const answer = await server.call(method, path, call);
    const body: Json = answer.body;
    expect({ status: answer.status, body }).toEqual({ status, body });
    return body;
  };
  return {
    ...server,
    ask,
    askPayload: (path, payload, call = {}, status = 200) =>
      ask("GET", path, { ...call, query: { payload: JSON.stringify(payload) } }, status),
    as: async (userId) => ({ token: await server.userToken(userId) }),
  };
}
