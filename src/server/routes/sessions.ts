import * as z from "zod";
import { mustBeOwnOrigin } from "../accounts/must-be-own-origin.ts";
import { wrongPassword } from "../accounts/wrong-password.ts";
import { defineAccountRoute } from "../define-account-route.ts";
import { defineOpenRoute } from "../define-open-route.ts";
import { mustNotGuess } from "../accounts/must-not-guess.ts";
import type { Route } from "../route.ts";
import { accountInput } from "../wire/account-input.ts";
import { accountSchema, presentAccount } from "../wire/account.ts";

const tag = "Accounts";

/** Signing in and out, and what people do with their own account. */
export const sessionRoutes: readonly Route[] = [
  defineOpenRoute({
    method: "POST",
    path: "/sign_in",
    operation: "SignIn",
    summary: "Signs in: the answer sets the cookie of a session, which holds for a week",
    tag,
    permission: "none",
    addressRate: 10,
    body: z.strictObject({ email: z.string(), password: z.string() }),
    response: z.object({ account: accountSchema }),
    async handle({
      service: { sessions, rates },
      body: { email, password },
      request,
      origin,
      cookies,
    }) {
      mustBeOwnOrigin(request, origin, false);
      mustNotGuess(rates, email);
      const signed = await sessions.signIn(email, password);
      if (signed === undefined) throw wrongPassword();
      cookies(signed.cookies);
      return { account: presentAccount(signed.account) };
    },
  }),
  defineAccountRoute({
    method: "POST",
    path: "/sign_out",
    operation: "SignOut",
    summary: "Ends the session",
    tag,
    permission: "account",
    rate: 60,
    response: z.object({}),
    async handle({ service: { sessions }, request, cookies }) {
      cookies(await sessions.signOut(request.headers.get("cookie")!));
      return {};
    },
  }),
  defineAccountRoute({
    method: "GET",
    path: "/account",
    operation: "GetAccount",
    summary: "Who is signed in; lets the session hold for another week",
    tag,
    permission: "account",
    rate: 300,
    response: z.object({ account: accountSchema }),
    async handle({ service: { sessions }, caller, request, cookies }) {
      const renewed = await sessions.renew(request.headers.get("cookie")!);
      cookies(renewed?.cookies ?? []);
      return { account: presentAccount(caller.account) };
    },
  }),
  defineAccountRoute({
    method: "POST",
    path: "/account/password",
    operation: "ChangePassword",
    summary: "Changes one's own password, and ends all other sessions",
    tag,
    permission: "account",
    rate: 10,
    body: z.strictObject({ password: z.string(), new_password: accountInput.password }),
    response: z.object({}),
    async handle({ service: { sessions }, body, request, cookies }) {
      const cookie = request.headers.get("cookie")!;
      const changed = await sessions.changePassword(cookie, body.password, body.new_password);
      if (changed === undefined) throw wrongPassword();
      cookies(changed);
      return {};
    },
  }),
];
