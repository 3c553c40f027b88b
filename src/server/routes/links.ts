import * as z from "zod";
import { linkHash } from "../accounts/link.ts";
import { mustBeOwnOrigin } from "../accounts/must-be-own-origin.ts";
import { defineOpenRoute } from "../define-open-route.ts";
import type { Route } from "../route.ts";
import { accountInput } from "../wire/account-input.ts";
import { accountSchema, presentAccount } from "../wire/account.ts";

const { token, email, name, password } = accountInput;
const facts = {
  method: "POST",
  tag: "Accounts",
  permission: "none",
  addressRate: 10,
  response: z.object({ account: accountSchema }),
} as const;

/** What links that work once are for. Whoever uses one signs in with the new password thereafter. */
export const linkRoutes: readonly Route[] = [
  defineOpenRoute({
    ...facts,
    path: "/setup",
    operation: "SetUp",
    summary: "Makes the first account, an admin, by the link that `serve` prints",
    status: 201,
    body: z.strictObject({ token, email, name, password }),
    async handle({
      service: { imports, sessions },
      body: { token, password, ...account },
      request,
      origin,
    }) {
      mustBeOwnOrigin(request, origin, false);
      const { accounts } = imports.control;
      const hash = await sessions.hash(password);
      return { account: presentAccount(await accounts.setUp(account, hash, linkHash(token))) };
    },
  }),
  defineOpenRoute({
    ...facts,
    path: "/reset_password",
    operation: "ResetPassword",
    summary: "Sets the password of an account by a link of it, and ends its sessions",
    body: z.strictObject({ token, password }),
    async handle({ service: { imports, sessions }, body: { token, password }, request, origin }) {
      mustBeOwnOrigin(request, origin, false);
      const { accounts } = imports.control;
      const hash = await sessions.hash(password);
      return { account: presentAccount(await accounts.setPassword(linkHash(token), hash)) };
    },
  }),
];
