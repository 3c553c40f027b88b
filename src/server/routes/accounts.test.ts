import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cookieOf,
  nobody,
  ownOrigin,
  password,
  type SignedCall,
  signIn,
  signInAdmin,
  signInAs,
} from "../contract/people.ts";
import {
  type Answer,
  type TestCall,
  type TestServer,
  testServer,
} from "../contract/test-server.ts";

let server: TestServer;
let admin: SignedCall;

beforeAll(async () => {
  server = await testServer();
  admin = await signInAdmin(server);
});

afterAll(() => server[Symbol.asyncDispose]());

const next = "another horse battery";

/** The token in a link. */
function tokenOf(answer: Answer): string {
  const { link } = answer.body as { readonly link: { readonly url: string } };
  expect(link.url).toMatch(/^http:\/\/chat\.test\/dashboard\/reset-password#token=[\w-]{43}$/);
  return link.url.split("=")[1]!;
}

function idOf(answer: Answer): string {
  return (answer.body as { readonly account: { readonly id: string } }).account.id;
}

function answers(answer: Answer): { readonly status: number; readonly error: unknown } {
  const { error } = answer.body as { readonly error?: unknown };
  return { status: answer.status, error };
}

const post = (path: string, body: object, as: object = admin) =>
  server.call("POST", path, { ...as, body });

describe("signing in", () => {
  test("sets a cookie that pages cannot read and other sites cannot send, and ends with signing out", async () => {
    const signed = await post("/sign_in", { email: "Admin@House.test", password }, nobody());
    expect(signed.body).toMatchObject({
      account: { email: "admin@house.test", name: "Ada", admin: true, roles: {}, active: true },
    });
    const [cookie] = signed.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    const call = { ...admin, headers: { Cookie: cookieOf(signed.headers), Origin: ownOrigin } };
    expect(await server.call("GET", "/account", call)).toMatchObject({ status: 200 });
    const out = await post("/sign_out", {}, call);
    expect(out.headers.getSetCookie()[0]).toMatch(/session_token=; Max-Age=0/);
    expect(answers(await server.call("GET", "/account", call)).error).toBe("signed_out");
    expect(await server.call("GET", "/account", admin)).toMatchObject({ status: 200 });
  });

  test("sets a cookie for https alone where the server is reached by https", async () => {
    await using secure = await testServer({ publicUrl: "https://chat.test" }, undefined, {
      origin: "https://chat.test",
    });
    await signInAdmin(secure);
    const body = { email: "admin@house.test", password };
    const { headers } = await secure.call("POST", "/sign_in", { ...nobody(), body });
    expect(headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/);
    const Cookie = cookieOf(headers);
    const call = { token: null, headers: { Cookie } };
    expect(await secure.call("GET", "/account", call)).toMatchObject({ status: 200 });
    const origin = { token: null, headers: { Cookie, Origin: ownOrigin } };
    expect(answers(await secure.call("POST", "/sign_out", origin)).error).toBe("foreign_origin");
  });

  test("does not tell an address that is not there from a password that is wrong", async () => {
    await post("/accounts", { email: "new1@house.test", name: "New" });
    const tries = [
      { email: "admin@house.test", password: next },
      { email: "nobody@house.test", password },
      { email: "new1@house.test", password },
      { email: "no address", password },
      { email: "admin@house.test", password: "" },
      { email: "admin@house.test", password: "x".repeat(5000) },
    ];
    const got = await Promise.all(tries.map((body) => post("/sign_in", body, nobody())));
    const [first] = got.map(({ body }) => ({ ...(body as object), duration: "" }));
    for (const { status, body, headers } of got) {
      expect({ ...(body as object), duration: "" }).toEqual(first);
      expect({ status, cookies: headers.getSetCookie() }).toEqual({ status: 401, cookies: [] });
    }
  });

  test("is refused after ten tries from an address in a minute, and thirty for one account", async () => {
    await using server = await testServer({}, undefined, { clock: () => 0 });
    const body = { email: "guessed", password };
    const tryWith = (as: TestCall, email = body.email) =>
      server.call("POST", "/sign_in", { ...as, body: { ...body, email } });
    const from = nobody();
    const statuses = async (tries: readonly TestCall[]) =>
      (await Promise.all(tries.map((as) => tryWith(as)))).map(({ status }) => status);
    expect(await statuses(Array.from({ length: 10 }, () => from))).toEqual(Array(10).fill(401));
    const refused = await tryWith(from, "other");
    expect(refused.status).toBe(429);
    expect(refused.headers.has("retry-after")).toBe(true);
    expect(await statuses(Array.from({ length: 20 }, nobody))).toEqual(Array(20).fill(401));
    expect(await statuses([nobody()])).toEqual([429]);
    expect((await tryWith(nobody(), "other")).status).toBe(401);
  });

  test.for(["/sign_in", "/setup", "/reset_password"])(
    "is refused to pages of other sites: %s",
    async (path) => {
      const body =
        path === "/sign_in"
          ? { email: "admin@house.test", password }
          : { token: "", password, ...(path === "/setup" && { email: "a@house.test", name: "A" }) };
      const headers = { Origin: "http://evil.test" };
      expect(answers(await post(path, body, { ...nobody(), headers }))).toEqual({
        status: 403,
        error: "foreign_origin",
      });
    },
  );
});

describe("passwords", () => {
  test("are changed by who knows the present one; other sessions end", async () => {
    const email = "changing@house.test";
    const one = await signInAs(server, email, {});
    const other = await signIn(server, email);
    const body = { password, new_password: next };
    expect(answers(await post("/account/password", { ...body, password: next }, one))).toEqual({
      status: 401,
      error: "wrong_password",
    });
    const short = await post("/account/password", { ...body, new_password: "elevenchars" }, one);
    expect(short.status).toBe(400);
    const changed = await post("/account/password", body, one);
    expect(changed.status).toBe(200);
    const headers = { Cookie: cookieOf(changed.headers), Origin: ownOrigin };
    expect((await server.call("GET", "/account", { ...one, headers })).status).toBe(200);
    for (const ended of [one, other]) {
      expect((await server.call("GET", "/account", ended)).status).toBe(401);
    }
    const again = { email, password };
    expect((await post("/sign_in", again, nobody())).status).toBe(401);
    expect((await post("/sign_in", { ...again, password: next }, nobody())).status).toBe(200);
  });

  test("are set by a link, once; a newer link or use ends it, and sessions end", async () => {
    const member = await signInAs(server, "member@house.test", {});
    const id = idOf(await server.call("GET", "/account", member));
    const first = tokenOf(await post(`/accounts/${id}/password_link`, {}));
    const second = tokenOf(await post(`/accounts/${id}/password_link`, {}));
    const reset = (token: string) => post("/reset_password", { token, password: next }, nobody());
    const invalid = { status: 400, error: "invalid_link" };
    expect(answers(await reset(first))).toEqual(invalid);
    expect((await server.call("GET", "/account", member)).status).toBe(200);
    expect((await reset(second)).status).toBe(200);
    expect((await server.call("GET", "/account", member)).status).toBe(401);
    expect(answers(await reset(second))).toEqual(invalid);
    expect(answers(await reset(""))).toEqual(invalid);
    const signed = await post("/sign_in", { email: "member@house.test", password: next }, nobody());
    expect(signed.status).toBe(200);
  });

  test("a link that has expired sets none", async () => {
    const created = await post("/accounts", { email: "new2@house.test", name: "New" });
    await server.imports.control.accounts.tables.db
      .updateTable("account_links")
      .set({ expires_at: "2020-01-01T00:00:00.000000Z" })
      .execute();
    const body = { token: tokenOf(created), password };
    expect(answers(await post("/reset_password", body, nobody())).error).toBe("invalid_link");
  });
});

describe("the first account", () => {
  test("is made by the link, which is then gone, as are all others of its kind", async () => {
    await using fresh = await testServer();
    const { accounts } = fresh.imports.control;
    const { makeLink } = await import("../accounts/link.ts");
    const tokens = [];
    for (const _ of "ab") tokens.push((await makeLink(accounts, null, "")).url.split("=")[1]!);
    const account = { email: "first@house.test", name: "First", password };
    const setup = (token: string, given: object = account) =>
      fresh.call("POST", "/setup", { ...nobody(), body: { ...given, token } });
    expect(answers(await setup("x".repeat(43)))).toEqual({ status: 400, error: "invalid_link" });
    expect((await setup(tokens[0]!, { ...account, password: "short" })).status).toBe(400);
    expect((await setup(tokens[0]!, { ...account, email: "no address" })).status).toBe(400);
    expect((await setup(tokens[0]!)).body).toMatchObject({ account: { admin: true } });
    for (const token of tokens) {
      expect(answers(await setup(token))).toEqual({ status: 409, error: "accounts_set_up" });
    }
  });

  test("is not made by the link of an account", async () => {
    const created = await post("/accounts", { email: "new3@house.test", name: "New" });
    const body = { token: tokenOf(created), email: "b@house.test", name: "B", password };
    expect(answers(await post("/setup", body, nobody())).status).toBe(409);
    const reset = { token: tokenOf(created), password };
    expect((await post("/reset_password", reset, nobody())).status).toBe(200);
  });
});

describe("an admin", () => {
  test("makes accounts, lists them, changes and removes them", async () => {
    const body = { email: "Bo@House.test", name: "Bo", roles: { default: "member" } };
    const created = await post("/accounts", body);
    expect(created.body).toMatchObject({
      account: {
        email: "bo@house.test",
        admin: false,
        roles: { default: "member" },
        active: false,
      },
    });
    const id = idOf(created);
    expect(answers(await post("/accounts", body))).toEqual({
      status: 409,
      error: "account_exists",
    });
    const unknown = { ...body, email: "c@house.test", roles: { nowhere: "member" } };
    expect(answers(await post("/accounts", unknown)).status).toBe(404);
    const patch = (changes: object) =>
      server.call("PATCH", `/accounts/${id}`, { ...admin, body: changes });
    expect((await patch({ roles: { default: "operator" } })).body).toMatchObject({
      account: { roles: { default: "operator" }, name: "Bo" },
    });
    expect((await patch({ roles: { default: null, gone: null }, name: "Bob" })).body).toMatchObject(
      {
        account: { roles: {}, name: "Bob" },
      },
    );
    expect((await patch({ roles: { default: "owner" } })).status).toBe(400);
    expect((await server.call("GET", "/accounts", admin)).body).toMatchObject({
      accounts: expect.arrayContaining([
        expect.objectContaining({ email: "admin@house.test", active: true }),
        expect.objectContaining({ email: "bo@house.test", active: false }),
      ]) as object[],
    });
    expect((await server.call("DELETE", `/accounts/${id}`, admin)).status).toBe(200);
    const gone = { status: 404, error: "account_not_found" };
    expect(answers(await server.call("DELETE", `/accounts/${id}`, admin))).toEqual(gone);
    expect(answers(await patch({ name: "B" }))).toEqual(gone);
    expect(answers(await post(`/accounts/${id}/password_link`, {}))).toEqual(gone);
  });

  test("cannot leave everybody without an admin that can sign in", async () => {
    const id = idOf(await server.call("GET", "/account", admin));
    await post("/accounts", { email: "new4@house.test", name: "New", admin: true });
    const last = { status: 409, error: "last_admin" };
    expect(answers(await server.call("DELETE", `/accounts/${id}`, admin))).toEqual(last);
    const demoted = { ...admin, body: { admin: false } };
    expect(answers(await server.call("PATCH", `/accounts/${id}`, demoted))).toEqual(last);
    expect((await server.call("GET", "/account", admin)).body).toMatchObject({
      account: { admin: true },
    });
  });

  test("takes roles away from who is signed in; removing an account ends its session", async () => {
    const operator = await signInAs(server, "op1@house.test", { default: "operator" });
    const id = idOf(await server.call("GET", "/account", operator));
    expect((await server.call("GET", "/imports", operator)).status).toBe(200);
    await server.call("PATCH", `/accounts/${id}`, { ...admin, body: { roles: { default: null } } });
    expect(answers(await server.call("GET", "/imports", operator)).error).toBe("no_role");
    await server.call("DELETE", `/accounts/${id}`, admin);
    expect(answers(await server.call("GET", "/imports", operator)).error).toBe("signed_out");
  });

  test("makes apps, sets them, and makes and revokes their keys", async () => {
    const made = await post("/apps", { name: "shop", multi_tenant: true });
    const app = { name: "shop", mode: "development", confirm: "operator", multi_tenant: true };
    expect(made.body).toMatchObject({ app });
    expect(answers(await post("/apps", { name: "shop" }))).toEqual({
      status: 409,
      error: "app_exists",
    });
    expect((await post("/apps", { name: "a shop" })).status).toBe(400);
    const body = { mode: "production", confirm: "automatic" };
    expect((await server.call("PATCH", "/apps/shop", { ...admin, body })).body).toMatchObject({
      app: { ...app, ...body },
    });
    expect((await server.call("PATCH", "/apps/none", { ...admin, body })).status).toBe(404);
    const { body: key } = await post("/apps/shop/keys", { name: "script" });
    expect(key).toMatchObject({
      key: { name: "script", revoked_at: null },
      secret: expect.stringMatching(/^\w{64}$/) as string,
    });
    const { secret, ...known } = key as {
      readonly secret: string;
      readonly key: { readonly key: string };
    };
    const listed = await server.call("GET", "/apps/shop/keys", admin);
    expect(listed.body).toMatchObject({ keys: [known.key] });
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect((await server.call("GET", "/apps/none/keys", admin)).status).toBe(404);
    expect((await post("/apps/none/keys", { name: "x" })).status).toBe(404);
    expect((await server.call("DELETE", `/apps/default/keys/${known.key.key}`, admin)).status).toBe(
      404,
    );
    const revoked = await server.call("DELETE", `/apps/shop/keys/${known.key.key}`, admin);
    expect(revoked.body).toMatchObject({ key: { revoked_at: expect.any(String) as string } });
    expect((await server.call("GET", "/apps", admin)).body).toMatchObject({
      apps: [{ name: "default" }, { name: "shop" }],
    });
  });
});

test("an account reads its app by key or by name, and stands in the history of an import", async () => {
  const operator = await signInAs(server, "op2@house.test", { default: "operator" });
  const place = await server.call("POST", "/import_urls", {
    ...operator,
    body: { filename: "a.json" },
  });
  const { id } = place.body as { readonly id: string };
  const named = { ...operator, key: null, query: { app: "default" } };
  expect((await server.call("GET", `/imports/${id}`, named)).status).toBe(200);
  const cancelled = await server.call("POST", `/imports/${id}/cancel`, { ...named, body: {} });
  const by = { kind: "account", name: "op2@house.test" };
  expect(cancelled.body).toMatchObject({ import_task: { uploaded_by: by, history: [{ by }] } });
  const none = { ...admin, key: null, query: { app: "none" } };
  expect(answers(await server.call("GET", "/imports", none))).toEqual({
    status: 404,
    error: "app_not_found",
  });
});

test("who signs in sweeps away sessions that have expired", async () => {
  const { db } = server.imports.control.accounts.tables;
  const count = async () => (await db.selectFrom("sessions").selectAll().execute()).length;
  await signInAs(server, "forgetful@house.test", {});
  await signIn(server, "forgetful@house.test");
  const before = await count();
  const { id } = await db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", "forgetful@house.test")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("sessions")
    .set({ expires_at: new Date().toISOString() })
    .where("account", "=", id)
    .execute();
  await signIn(server, "forgetful@house.test");
  expect(await count()).toBe(before - 1);
});

test("neither the log nor what is kept has a password, a token or a cookie", async () => {
  const created = await post("/accounts", { email: "new5@house.test", name: "New" });
  const token = tokenOf(created);
  await post("/sign_in", { email: "admin@house.test", password: next }, nobody());
  const { body } = await post("/apps/default/keys", { name: "script" });
  const { secret } = body as { readonly secret: string };
  const log = server.log.join("");
  const entries = server.log.map((line) => JSON.parse(line) as object);
  const refused = {
    level: 30,
    path: "/sign_in",
    status: 401,
    address: expect.any(String) as string,
  };
  expect(entries).toContainEqual(expect.objectContaining(refused));
  const [cookie] = decodeURIComponent(admin.headers.Cookie.split("=")[1]!).split(".");
  for (const hidden of [password, next, token, secret, cookie!]) expect(log).not.toContain(hidden);
  const { db } = server.imports.control.accounts.tables;
  const kept = await Promise.all(
    ["accounts", "credentials", "account_links"].map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  );
  for (const hidden of [password, token]) expect(JSON.stringify(kept)).not.toContain(hidden);
});
