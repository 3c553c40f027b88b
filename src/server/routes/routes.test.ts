import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKey } from "../../store/index.ts";
import { type SignedCall, signIn, signInAdmin, signInAs } from "../contract/people.ts";
import { type TestCall, type TestServer, testServer } from "../contract/test-server.ts";
import { signedByRs256, token, unsigned } from "../contract/tokens.ts";
import type { Permission } from "../permission.ts";
import type { Route } from "../route.ts";
import { routes } from "./routes.ts";

let server: TestServer;
let foreign: ApiKey;
let revoked: ApiKey;
let member: SignedCall;
let operator: SignedCall;
let uploader: SignedCall;
let expired: SignedCall;
let ended: SignedCall;

beforeAll(async () => {
  server = await testServer({ addressLimit: 0, rateLimit: 0 });
  const { store, control } = server.imports;
  await store.createApp("other", "development");
  foreign = await control.createKey("other", "script");
  revoked = await control.createKey("default", "gone");
  await control.revokeKey("default", revoked.key);
  await signInAdmin(server);
  member = await signInAs(server, "member@house.test", { default: "member" });
  operator = await signInAs(server, "operator@house.test", { default: "operator" });
  await store.createApp("open", "development");
  await store.updateApp("open", { confirm: "uploader" });
  const uploading = await signInAs(server, "uploader@house.test", { open: "member" });
  uploader = { ...uploading, key: null, query: { app: "open" } };
  ended = await signIn(server, "member@house.test");
  await server.call("POST", "/sign_out", ended);
  expired = await signInAs(server, "late@house.test", { default: "operator" });
  await control.accounts.tables.db
    .updateTable("sessions")
    .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
    .where("token", "=", decodeURIComponent(expired.headers.Cookie.split("=")[1]!).split(".")[0]!)
    .executeTakeFirstOrThrow();
});

afterAll(() => server[Symbol.asyncDispose]());

/** The cookie with the signature of another token. */
function forged({ headers: { Cookie } }: SignedCall): string {
  const [, signature] = operator.headers.Cookie.split(".").slice(-2);
  return `${Cookie.slice(0, Cookie.lastIndexOf("."))}.${signature}`;
}

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

const withPermission = (...of: readonly Permission[]) =>
  routes.filter(({ permission }) => of.includes(permission));
const byToken = withPermission("user", "member", "uploader", "operator");
const byAccount = withPermission("account", "admin");

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

describe.each(withPermission("member", "uploader", "operator"))("$method $path", (route) => {
  test("refuses a user token, before anything is looked up", async () => {
    const call = { token: await server.userToken("ana") };
    const answer = await server.call(route.method, pathOf(route), call);
    expect(answer.body).toMatchObject({ StatusCode: 403, code: 17 });
  });
});

/** What no cookie opens, in an app: what is sent, and status, code and word of the answer. */
const refusedCookies: Readonly<
  Record<string, readonly [give: () => TestCall, number, number, string]>
> = {
  "a cookie that nobody signed": [
    () => ({ ...member, headers: { ...member.headers, Cookie: forged(member) } }),
    401,
    5,
    "signed_out",
  ],
  "an expired session": [() => expired, 401, 5, "signed_out"],
  "a session that was ended": [() => ended, 401, 5, "signed_out"],
  "a key that is none": [() => ({ ...member, key: "0000000000000000" }), 401, 2, "unknown_key"],
  "a revoked key": [() => ({ ...member, key: revoked.key }), 401, 2, "unknown_key"],
  "a cookie without an app": [() => ({ ...member, key: null }), 401, 2, "unknown_key"],
  "the key of a foreign app": [() => ({ ...member, key: foreign.key }), 403, 17, "no_role"],
  "the name of a foreign app": [() => ({ ...member, query: { app: "other" } }), 403, 17, "no_role"],
  "an app that is none": [() => ({ ...member, query: { app: "toString" } }), 403, 17, "no_role"],
};

describe.each(byToken)("$method $path", (route) => {
  test.for(Object.keys(refusedCookies))("refuses %s", async (name) => {
    const [give, status, code, error] = refusedCookies[name]!;
    const answer = await server.call(route.method, pathOf(route), give());
    expect(answer.body).toMatchObject({ StatusCode: status, code, error });
  });

  test("takes an operator for what it is", async () => {
    const answer = await server.call(route.method, pathOf(route), operator);
    expect([401, 403]).not.toContain(answer.status);
  });
});

describe.each(withPermission("uploader", "operator"))("$method $path", (route) => {
  test("refuses a member", async () => {
    const answer = await server.call(route.method, pathOf(route), member);
    expect(answer.body).toMatchObject({ StatusCode: 403, code: 17, error: "not_allowed" });
  });
});

describe.each(withPermission("operator"))("$method $path", (route) => {
  test("refuses a member where uploaders confirm", async () => {
    const answer = await server.call(route.method, pathOf(route), uploader);
    expect(answer.body).toMatchObject({ StatusCode: 403, code: 17, error: "not_allowed" });
  });
});

describe.each(withPermission("user", "member", "uploader"))("$method $path", (route) => {
  test("takes a member where uploaders confirm for what it is", async () => {
    const answer = await server.call(route.method, pathOf(route), uploader);
    expect([401, 403]).not.toContain(answer.status);
  });
});

describe.each(withPermission("user", "member"))("$method $path", (route) => {
  test("takes a member for what it is", async () => {
    const answer = await server.call(route.method, pathOf(route), member);
    expect([401, 403]).not.toContain(answer.status);
  });
});

describe.each(byAccount)("$method $path", (route) => {
  test.for(Object.keys(refused))("does not take %s for somebody signed in", async (name) => {
    const answer = await server.call(route.method, pathOf(route), await refused[name]![0]());
    expect(answer.body).toMatchObject({ StatusCode: 401, code: 5, error: "signed_out" });
  });

  test("does not take a server token for somebody signed in", async () => {
    const answer = await server.call(route.method, pathOf(route));
    expect(answer.body).toMatchObject({ StatusCode: 401, code: 5, error: "signed_out" });
  });

  test.for(["a cookie that nobody signed", "an expired session", "a session that was ended"])(
    "refuses %s",
    async (name) => {
      const answer = await server.call(route.method, pathOf(route), refusedCookies[name]![0]());
      expect(answer.body).toMatchObject({ StatusCode: 401, code: 5, error: "signed_out" });
    },
  );
});

describe.each(withPermission("admin"))("$method $path", (route) => {
  test("refuses an operator", async () => {
    const answer = await server.call(route.method, pathOf(route), operator);
    expect(answer.body).toMatchObject({ StatusCode: 403, code: 17, error: "not_allowed" });
  });
});

describe.each([...byToken, ...byAccount].filter(({ method }) => method !== "GET"))(
  "$method $path",
  (route) => {
    test.for([
      ["another site", "http://evil.test"],
      ["another port", "http://chat.test:8080"],
      ["no site", "null"],
      ["nobody knows where", undefined],
    ] as const)("refuses a cookie sent from %s", async ([, Origin]) => {
      const { Cookie } = operator.headers;
      const headers = { Cookie, ...(Origin !== undefined && { Origin }) };
      const answer = await server.call(route.method, pathOf(route), { ...operator, headers });
      expect(answer.body).toMatchObject({ StatusCode: 403, code: 17, error: "foreign_origin" });
    });
  },
);

describe.each(withPermission("signature"))("$method $path", (route) => {
  test("refuses who has no signature, whatever token they have", async () => {
    const call = route.method === "GET" ? {} : { body: "[]" };
    const answer = await server.call(route.method, pathOf(route), call);
    expect(answer.body).toMatchObject({ StatusCode: 403, code: 17 });
  });
});

/** What another site is told of a path, by a browser's question and by an answer. */
async function toldTo(path: string, method: string): Promise<readonly (string | null)[]> {
  const headers = { Origin: "http://chat.example", "Access-Control-Request-Method": method };
  const asked = await server.fetch("OPTIONS", path, { token: null, key: null, headers });
  const answer = await server.fetch(method, path, { token: null, headers });
  for (const { headers } of [asked, answer]) {
    expect(headers.has("access-control-allow-credentials")).toBe(false);
  }
  return [asked, answer].map(({ headers }) => headers.get("access-control-allow-origin"));
}

describe.each([...byToken, ...withPermission("signature")])("$method $path", (route) => {
  test("may be called by pages of other sites, without cookies", async () => {
    expect(await toldTo(pathOf(route), route.method)).toEqual(["*", "*"]);
  });
});

describe.each([...byAccount, ...withPermission("none")])("$method $path", (route) => {
  test("is not for pages of other sites", async () => {
    expect(await toldTo(pathOf(route), route.method)).toEqual([null, null]);
  });
});

test("a path that there is not tells pages of other sites so", async () => {
  expect(await toldTo("/channels/team/general/message", "POST")).toEqual(["*", "*"]);
});

test("a browser may send the headers of a client, and read what is left of its limit", async () => {
  const headers = {
    Origin: "http://chat.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,stream-auth-type",
  };
  const asked = await server.fetch("OPTIONS", "/channels", { token: null, key: null, headers });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-headers")).toBe("authorization,stream-auth-type");
  const answer = await server.fetch("POST", "/channels", { headers });
  expect(answer.headers.get("access-control-expose-headers")).toContain("X-RateLimit-Remaining");
});

test("every route has a name of its own", () => {
  const names = routes.map(({ operation }) => operation);
  expect(new Set(names).size).toBe(names.length);
});
