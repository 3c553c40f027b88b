import * as z from "zod";
import type { ApiKey } from "../../store/index.ts";
import { defineAccountRoute } from "../define-account-route.ts";
import type { Route } from "../route.ts";

const facts = { tag: "Apps", permission: "admin", rate: 60 } as const;
const key = z
  .object({
    key: z.string(),
    name: z.string(),
    created_at: z.iso.datetime(),
    revoked_at: z.iso.datetime().nullable(),
  })
  .meta({ id: "Key" });

/** The API keys of an app, for admins. */
export const keyRoutes: readonly Route[] = [
  defineAccountRoute({
    ...facts,
    method: "GET",
    path: "/apps/:name/keys",
    operation: "ListKeys",
    summary: "The API keys of an app, oldest first, without their secrets",
    response: z.object({ keys: z.array(key) }),
    async handle({ service: { imports }, param }) {
      await imports.store.app(param("name"));
      return { keys: (await imports.control.keys(param("name"))).map(present) };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "POST",
    path: "/apps/:name/keys",
    operation: "CreateKey",
    summary: "Makes an API key; its secret is shown this once",
    status: 201,
    body: z.strictObject({ name: z.string().trim().min(1).max(100) }),
    response: z.object({ key, secret: z.string() }),
    async handle({ service: { imports }, body, param }) {
      await imports.store.app(param("name"));
      const made = await imports.control.createKey(param("name"), body.name);
      return { key: present(made), secret: made.secret };
    },
  }),
  defineAccountRoute({
    ...facts,
    method: "DELETE",
    path: "/apps/:name/keys/:key",
    operation: "RevokeKey",
    summary: "Revokes an API key: its tokens open nothing any more",
    response: z.object({ key }),
    async handle({ service: { imports }, param }) {
      return { key: present(await imports.control.revokeKey(param("name"), param("key"))) };
    },
  }),
];

function present({ key, name, createdAt, revokedAt }: ApiKey): object {
  return { key, name, created_at: createdAt, revoked_at: revokedAt };
}
