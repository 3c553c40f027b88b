import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKey } from "../../store/index.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { signedByRs256, token, unsigned } from "../contract/tokens.ts";
import type { Route } from "../route.ts";
import { routes } from "./routes.ts";

let server: TestServer;
let foreign: ApiKey;
let revoked: ApiKey;

beforeAll(async () => {
  server = await testServer();
  const { store, control } = server.imports;
  await store.createApp("other", "development");
  foreign = await control.createKey("other", "script");
  revoked = await control.createKey("default", "gone");
  await control.revokeKey("default", revoked.key);
});

afterAll(() => server[Symbol.asyncDispose]());

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1000);

/** What is refused everywhere: the credentials, and status and code of the answer. */
const refused: Readonly<
  Record<
    string,
    readonly [give: () => Promise<{ token?: string | null; key?: string | null }>, number, number]
  >
> = {
  "no key": [async () => ({ key: null }), 401, 2],
  "no token": [async () => ({ token: null }), 401, 5],
  neither: [async () => ({ key: null, token: null }), 401, 2],
  "a key that is none": [async () => ({ key: "0000000000000000" }), 401, 2],
  "a revoked key": [
    async () => ({ key: revoked.key, token: await token(revoked.secret, { server: true }) }),
    401,
    2,
  ],
  "a token that is none": [async () => ({ token: "secret" }), 401, 5],
  "Bearer before the token": [async () => ({ token: `Bearer ${server.serverToken}` }), 401, 5],
  "an expired token": [
    async () => ({ token: await token(server.key.secret, { server: true, exp: now() - 1 }) }),
    401,
    40,
  ],
  "a token that is not valid yet": [
    async () => ({ token: await token(server.key.secret, { server: true, nbf: now() + hour }) }),
    401,
    41,
  ],
  "a token issued in the future": [
    async () => ({ token: await token(server.key.secret, { server: true, iat: now() + hour }) }),
    401,
    42,
  ],
  "a token of another secret": [
    async () => ({ token: await token("another secret", { server: true }) }),
    401,
    43,
  ],
  "a token of another app": [
    async () => ({ token: await token(foreign.secret, { server: true }) }),
    401,
    43,
  ],
  "a token that nobody signed": [async () => ({ token: unsigned({ server: true }) }), 401, 43],
  "a token signed by RS256": [
    async () => ({ token: await signedByRs256({ server: true }) }),
    401,
    43,
  ],
  "a token without a claim": [async () => ({ token: await token(server.key.secret, {}) }), 401, 5],
  "a token for no user": [
    async () => ({ token: await token(server.key.secret, { user_id: "", server: false }) }),
    401,
    5,
  ],
};

const guarded = routes.filter(({ permission }) => permission !== "none");
const byToken = guarded.filter(({ permission }) => permission !== "signature");

function pathOf({ path }: Route): string {
  return path.replaceAll(/:\w+/g, "0b6f2a8e-6c55-4c39-9d57-2f0a5c3d9e11");
}

describe.each(byToken)("$method $path", (route) => {
  test.for(Object.keys(refused))("refuses %s", async (name) => {
    const [give, status, code] = refused[name]!;
    const answer = await server.call(route.method, pathOf(route), await give());
    expect(answer.body).toMatchObject({ StatusCode: status, code });
    expect(answer.status).toBe(status);
  });

  test("refuses another way of authentication", async () => {
    const headers = { "Stream-Auth-Type": "anonymous" };
    const answer = await server.call(route.method, pathOf(route), { headers });
    expect(answer.body).toMatchObject({ StatusCode: 401, code: 5 });
  });
});

describe.each(byToken.filter(({ permission }) => permission !== "user"))(
  "$method $path",
  (route) => {
    test("refuses a user token, before anything is looked up", async () => {
      const call = { token: await server.userToken("ana") };
      const answer = await server.call(route.method, pathOf(route), call);
      expect(answer.body).toMatchObject({ StatusCode: 403, code: 17 });
    });
  },
);

describe.each(guarded.filter(({ permission }) => permission === "signature"))(
  "$method $path",
  (route) => {
    test("refuses who has no signature, whatever token they have", async () => {
      const answer = await server.call(route.method, pathOf(route), { body: "[]" });
      expect(answer.body).toMatchObject({ StatusCode: 403, code: 17 });
    });
  },
);

test("every route has a name of its own", () => {
  const names = routes.map(({ operation }) => operation);
  expect(new Set(names).size).toBe(names.length);
});
