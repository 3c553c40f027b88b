import * as z from "zod";
import type { App } from "../../store/index.ts";
import { defineAccountRoute } from "../define-account-route.ts";
import type { Route } from "../route.ts";

const facts = { tag: "Apps", permission: "admin", rate: 60 } as const;
const settings = {
  mode: z.enum(["development", "production"]),
  confirm: z.enum(["operator", "uploader", "automatic"]),
  multi_tenant: z.boolean(),
};
const app = z.object({ name: z.string(), ...settings });

/** The apps, for admins. */
export const appRoutes: readonly Route[] = [
  defineAccountRoute({
    ...facts,
    method: "GET",
    path: "/apps",
    operation: "ListApps",
    summary: "All apps, by name",
    response: z.object({ apps: z.array(app) }),
    async handle({ service: { imports } }) {
      return { apps: (await imports.store.apps()).map(present) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "POST",
    path: "/apps",
    operation: "CreateApp",
    summary: "Makes an app; it has no key yet",
    status: 201,
    body: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/, "takes 1 to 64 letters, digits, _ or -"),
      mode: settings.mode.default("development"),
      confirm: settings.confirm.default("operator"),
      multi_tenant: settings.multi_tenant.default(false),
    }),
    response: z.object({ app }),
    async handle({ service: { imports }, body: { name, mode, confirm, multi_tenant } }) {
      await imports.store.createApp(name, mode);
      const made = { confirm, multiTenant: multi_tenant };
      return { app: present(await imports.store.updateApp(name, made)) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "PATCH",
    path: "/apps/:name",
    operation: "UpdateApp",
    summary: "Changes what is given of an app's settings",
    body: z.strictObject(settings).partial(),
    response: z.object({ app }),
    async handle({ service: { imports }, body: { mode, confirm, multi_tenant }, param }) {
      const changes = {
        ...(mode && { mode }),
        ...(confirm && { confirm }),
        ...(multi_tenant !== undefined && { multiTenant: multi_tenant }),
      };
      return { app: present(await imports.store.updateApp(param("name"), changes)) };
    },
  }),
];

function present({ name, mode, confirm, multiTenant }: App): z.infer<typeof app> {
  return { name, mode, confirm, multi_tenant: multiTenant };
}
