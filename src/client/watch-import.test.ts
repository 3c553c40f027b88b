import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importOf } from "../server/contract/upload.ts";
import { type TestServer, testServer } from "../server/contract/test-server.ts";
import { openWorker } from "../imports/index.ts";
import { openClient } from "./open-client.ts";

const file = readFileSync("fixtures/community.json");

/** A client of a server; what its events answer goes another way.
 *
 * @param events makes of the answer what arrives of it. */
function clientOf(
  { server, key, serverToken }: TestServer,
  events: (answer: Response, request: Request) => Response | Promise<Response>,
) {
  return openClient({
    url: "http://chat.test/",
    key: key.key,
    token: () => serverToken,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const answer = await server.fetch(request, { address: "192.0.2.1" });
      return url.includes("/events") ? events(answer, request) : answer;
    },
  });
}

/** The states that an import goes through, as it is watched; confirmed when it waits for that. */
async function statesOf(client: ReturnType<typeof clientOf>, id: string): Promise<string[]> {
  const states: string[] = [];
  for await (const { state } of client.watchImport(id)) {
    if (state === states.at(-1)) continue;
    states.push(state);
    if (state === "waiting_confirmation") await client.confirmImport(id);
  }
  return states;
}

test("a stream that breaks behind each event goes on with the next", async () => {
  await using server = await testServer();
  const { id } = await importOf(server, file);
  await using _worker = openWorker(server.imports, { location: server.imports.location });
  const seen: (string | null)[] = [];
  const client = clientOf(server, (answer, request) => {
    seen.push(request.headers.get("last-event-id"));
    const breaking = new TransformStream<Uint8Array, Uint8Array>({
      transform(block, controller) {
        controller.enqueue(block);
        controller.error(new TypeError("terminated"));
      },
    });
    return new Response(answer.body?.pipeThrough(breaking) ?? null, answer);
  });
  expect((await statesOf(client, id)).slice(-1)).toEqual(["completed"]);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen[0]).toBeNull();
});

test("where events do not come through, the import is looked at", async () => {
  await using server = await testServer();
  const { id } = await importOf(server, file);
  await using _worker = openWorker(server.imports, { location: server.imports.location });
  let asked = 0;
  const client = clientOf(server, async (answer) => {
    asked++;
    await answer.body?.cancel();
    return new Response("<html>", { headers: { "Content-Type": "text/html" } });
  });
  const states = await statesOf(client, id);
  expect(states).toContain("waiting_confirmation");
  expect(states.at(-1)).toBe("completed");
  expect(asked).toBe(1);
});

test("what the server refuses is not asked again", async () => {
  await using server = await testServer();
  const client = clientOf(server, (answer) => answer);
  await expect(statesOf(client, "none")).rejects.toMatchObject({
    name: "ApiError",
    code: "import_not_found",
    status: 404,
    fix: expect.stringContaining("List the imports"),
    message: 'The app "default" has no import "none".',
  });
});
