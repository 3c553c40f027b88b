import * as z from "zod";
import { makeLink } from "../accounts/link.ts";
import { defineAccountRoute } from "../define-account-route.ts";
import { given } from "../reads/given.ts";
import type { Route } from "../route.ts";
import type { Service } from "../service.ts";
import { accountInput } from "../wire/account-input.ts";
import { accountSchema, presentAccount, roleSchema } from "../wire/account.ts";

const facts = { tag: "Accounts", permission: "admin", rate: 60 } as const;
const { email, name } = accountInput;
const link = z
  .object({ url: z.string(), expires_at: z.iso.datetime() })
  .meta({ description: "Hand it to its owner: it sets the password, once, within a day." });

/** The accounts, for admins. */
export const accountRoutes: readonly Route[] = [
  defineAccountRoute({
    ...facts,
    method: "GET",
    path: "/accounts",
    operation: "ListAccounts",
    summary: "All accounts, by e-mail address",
    response: z.object({ accounts: z.array(accountSchema) }),
    async handle({ service: { imports } }) {
      return { accounts: (await imports.control.accounts.list()).map(presentAccount) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "POST",
    path: "/accounts",
    operation: "CreateAccount",
    summary: "Makes an account, with a link by which its owner sets the password",
    status: 201,
    body: z.strictObject({
      email,
      name,
      admin: z.boolean().default(false),
      roles: z.record(z.string(), roleSchema).default({}),
    }),
    response: z.object({ account: accountSchema, link }),
    async handle({ service, body, origin }) {
      await mustBeApps(service, Object.keys(body.roles));
      const account = await service.imports.control.accounts.create(body);
      return { account: presentAccount(account), link: await linkOf(service, account.id, origin) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "PATCH",
    path: "/accounts/:id",
    operation: "UpdateAccount",
    summary: "Changes what is given of an account; a role that is null is taken away",
    body: z.strictObject({
      name: name.optional(),
      admin: z.boolean().optional(),
      roles: z.record(z.string(), roleSchema.nullable()).optional(),
    }),
    response: z.object({ account: accountSchema }),
    async handle({ service, body, param }) {
      const roles = Object.entries(body.roles ?? {}).filter(([, role]) => role !== null);
      await mustBeApps(
        service,
        roles.map(([app]) => app),
      );
      const account = await service.imports.control.accounts.update(param("id"), given(body));
      return { account: presentAccount(account) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "DELETE",
    path: "/accounts/:id",
    operation: "DeleteAccount",
    summary: "Removes an account; its sessions end",
    response: z.object({}),
    async handle({ service: { imports }, param }) {
      await imports.control.accounts.remove(param("id"));
      return {};
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "POST",
    path: "/accounts/:id/password_link",
    operation: "CreatePasswordLink",
    summary:
      "A link by which the owner of an account sets a new password; those before no longer hold",
    status: 201,
    body: z.strictObject({}),
    response: z.object({ link }),
    handle: async ({ service, param, origin }) => ({
      link: await linkOf(service, param("id"), origin),
    }),
  }),
];

/** Rejects with a `StoreError` `app_not_found` unless there are apps of these names. */
async function mustBeApps({ imports }: Service, names: readonly string[]): Promise<void> {
  for (const name of names) await imports.store.app(name);
}

async function linkOf(
  { imports }: Service,
  account: string,
  origin: string,
): Promise<z.infer<typeof link>> {
  const { url, expiresAt } = await makeLink(imports.control.accounts, account, origin);
  return { url, expires_at: expiresAt };
}
