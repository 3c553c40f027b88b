import type { AccountRole } from "../../store/index.ts";
import { makeLink } from "../accounts/link.ts";
import type { TestCall, TestServer } from "./test-server.ts";

/** The address of the server, as its own pages name it. */
export const ownOrigin = "http://chat.test";

/** A password that all people of the tests have. */
export const password = "correct horse battery";

/** What somebody who is signed in sends. */
export interface SignedCall extends TestCall {
  readonly headers: { readonly Cookie: string; readonly Origin: string };
}

let addresses = 0;

/** Makes the first account, an admin, and signs it in. */
export async function signInAdmin(
  server: TestServer,
  email = "admin@house.test",
): Promise<SignedCall> {
  const { accounts } = server.imports.control;
  const { url } = await makeLink(accounts, null, ownOrigin);
  const [, token] = url.split("#token=");
  await server.call("POST", "/setup", {
    ...nobody(),
    body: { token, email, name: "Ada", password },
  });
  return signIn(server, email);
}

/** Makes an account and signs it in. */
export async function signInAs(
  server: TestServer,
  email: string,
  roles: Readonly<Record<string, AccountRole>>,
): Promise<SignedCall> {
  const { accounts } = server.imports.control;
  const { id } = await accounts.create({ email, name: email, admin: false, roles });
  const { url } = await makeLink(accounts, id, ownOrigin);
  const [, token] = url.split("#token=");
  await server.call("POST", "/reset_password", { ...nobody(), body: { token, password } });
  return signIn(server, email);
}

/** Signs in, from an address of its own. */
export async function signIn(
  server: TestServer,
  email: string,
  by = password,
): Promise<SignedCall> {
  const answer = await server.call("POST", "/sign_in", {
    ...nobody(),
    body: { email, password: by },
  });
  return { token: null, headers: { Cookie: cookieOf(answer.headers), Origin: ownOrigin } };
}

/** What somebody without any credentials sends, from an address of their own. */
export function nobody(): TestCall {
  return { token: null, key: null, address: `198.51.100.${++addresses}` };
}

/** The cookie that an answer sets. */
export function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
