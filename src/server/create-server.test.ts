import * as z from "zod";
import { describe, expect, test } from "vitest";
import { type TestServer, testServer } from "./contract/test-server.ts";
import { token } from "./contract/tokens.ts";
import { defineRoute } from "./define-route.ts";
import type { Route } from "./route.ts";
import { StoreError } from "../store/index.ts";

const facts = {
  tag: "Test",
  summary: "",
  permission: "user",
  rate: 3,
  response: z.looseObject({}),
} as const;

/** Routes that show what the frame does. */
const routes: readonly Route[] = [
  defineRoute({
    ...facts,
    method: "POST",
    path: "/echo/:name",
    operation: "Echo",
    rate: 1000,
    query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
    body: z.strictObject({ text: z.string() }),
    handle: async ({ query, body, param, caller }) => ({
      query,
      body,
      name: param("name"),
      caller,
    }),
  }),
  defineRoute({
    ...facts,
    method: "GET",
    path: "/rare",
    operation: "Rare",
    handle: async () => ({}),
  }),
  defineRoute({
    ...facts,
    method: "GET",
    path: "/broken",
    operation: "Break",
    handle: async () => {
      throw new StoreError("store_failed", "select secret from /var/x failed", "Do.");
    },
  }),
];

const open = (settings: Parameters<typeof testServer>[0] = {}): Promise<TestServer> =>
  testServer(settings, routes);

test("a route gets its query, its body, a part of the path and who calls; its answer gets a duration", async () => {
  await using server = await open();
  const { status, body } = await server.call("POST", "/echo/hall", { body: { text: "hej" } });
  expect(status).toBe(200);
  expect(body).toEqual({
    query: { limit: 5 },
    body: { text: "hej" },
    name: "hall",
    caller: {
      kind: "server",
      app: "default",
      key: server.key.key,
      by: { kind: "key", name: "script" },
    },
    duration: expect.stringMatching(/^\d+\.\d\dms$/),
  });
});

describe("what is wrong with a request is said", () => {
  test.for([
    ["no JSON", { body: "{text:1}" }, "The body is no JSON.", {}],
    ["no UTF-8", { body: Buffer.from('{"text":"\xff"}', "latin1") }, "The body is no UTF-8.", {}],
    [
      "a field of another type",
      { body: { text: 1 } },
      "`text` in the body is 1; it takes a text.",
      { text: "is 1; it takes a text" },
    ],
    [
      "no body",
      {},
      "`text` in the body is missing; it takes a text.",
      { text: expect.any(String) as string },
    ],
    [
      "an unknown field",
      { body: { text: "", txt: 1 } },
      "The body has `txt`, which is not known; did you mean `text`?",
      {},
    ],
    [
      "a parameter out of range",
      { body: { text: "" }, query: { limit: "11" } },
      "`limit` in the query is 11; it takes at most 10.",
      { limit: expect.any(String) as string },
    ],
  ] as const)("%s", async ([, call, sentence, fields]) => {
    await using server = await open();
    const { status, body } = await server.call("POST", "/echo/hall", call);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 4,
      StatusCode: 400,
      message: expect.stringContaining(`Echo failed with error: "${sentence}`),
      more_info: "http://chat.test/docs/errors#invalid_input",
      details: [],
      ...(Object.keys(fields).length > 0 && { exception_fields: fields }),
    });
  });

  test("a body over 1 MiB, told or not told before", async () => {
    await using server = await open();
    const text = JSON.stringify({ text: "x".repeat(1_048_576) });
    const told = await server.call("POST", "/echo/hall", { body: text });
    const stream = new Blob([text]).stream();
    const found = await server.call("POST", "/echo/hall", { body: stream });
    expect([told.body, found.body]).toMatchObject([{ code: 22 }, { code: 22 }]);
    expect([told.status, found.status]).toEqual([413, 413]);
  });

  test("a path that there is not, and a method that it does not take", async () => {
    await using server = await open();
    const none = await server.call("GET", "/nothing");
    expect(none.body).toMatchObject({ code: 16, StatusCode: 404 });
    const other = await server.call("DELETE", "/rare");
    expect(other.status).toBe(405);
    expect(other.headers.get("allow")).toBe("GET");
    expect(other.body).toMatchObject({ code: 4, StatusCode: 405, error: "method_not_allowed" });
  });
});

test("a failure of ours is told without what it is made of, and logged with it", async () => {
  await using server = await open();
  const { status, body, headers } = await server.call("GET", "/broken");
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: -1, StatusCode: 500, error: "internal" });
  expect(JSON.stringify(body)).not.toContain("select");
  const entry = server.log.find((line) => line.includes("select secret"));
  expect(entry).toContain(headers.get("x-request-id"));
});

test("the log names neither tokens, nor secrets, nor queries", async () => {
  await using server = await open();
  await server.call("POST", "/echo/hall", { body: { text: "" }, query: { signature: "s3cr3t" } });
  await server.call("GET", "/rare", { token: `${server.serverToken}x` });
  const log = server.log.join("");
  expect(log).toContain('"path":"/echo/hall"');
  expect(log).not.toContain("s3cr3t");
  expect(log).not.toContain(server.serverToken.split(".")[2]!);
  expect(log).not.toContain(server.key.secret);
});

describe("limits of rate", () => {
  const get = (server: TestServer, call = {}) => server.call("GET", "/rare", call);

  test("a key has so many requests a minute to a route, and the headers say how many are left", async () => {
    await using server = await open();
    const left: (string | null)[] = [];
    for (let n = 0; n < 3; n++) left.push((await get(server)).headers.get("x-ratelimit-remaining"));
    const { status, body, headers } = await get(server);
    expect(left).toEqual(["2", "1", "0"]);
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 9, StatusCode: 429 });
    expect(headers.get("x-ratelimit-limit")).toBe("3");
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    const { key, secret } = await server.imports.control.createKey("default", "another");
    expect((await get(server, { key, token: await token(secret, { server: true }) })).status).toBe(
      200,
    );
  });

  test("a factor raises or removes them", async () => {
    await using raised = await open({ rateLimit: 2 });
    await using none = await open({ rateLimit: 0 });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await get(raised)).status);
    for (let n = 0; n < 7; n++) statuses.push((await get(none)).status);
    expect(statuses.slice(0, 7)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(new Set(statuses.slice(7))).toEqual(new Set([200]));
  });

  test("an address has so many over all routes, also without credentials", async () => {
    await using server = await open({ addressLimit: 2, trustedProxies: 1 });
    const from = (address: string) =>
      get(server, { key: null, headers: { "X-Forwarded-For": `198.51.100.9, ${address}` } });
    await from("203.0.113.5");
    await from("203.0.113.5");
    expect((await from("203.0.113.5")).status).toBe(429);
    expect((await from("203.0.113.6")).status).toBe(401);
  });
});

test("nothing that is sent is guessed, framed or kept", async () => {
  await using server = await open();
  for (const path of ["/rare", "/nothing"]) {
    const { headers } = await server.call("GET", path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "x-ratelimit-limit": expect.any(String) as string,
    });
    expect(headers.has("strict-transport-security")).toBe(false);
  }
  await using secure = await open({ publicUrl: "https://chat.example.com" });
  const { headers } = await secure.call("GET", "/rare");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
});
