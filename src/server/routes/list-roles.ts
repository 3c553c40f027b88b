import * as z from "zod";
import { defineServerRoute } from "../define-server-route.ts";
import { readingOf } from "../reads/reading.ts";
import { presentRole, roleSchema } from "../wire/role.ts";

/** GET /roles. Source: http-api section 5. */
export const listRolesRoute = defineServerRoute({
  method: "GET",
  path: "/roles",
  operation: "ListRoles",
  summary: "The roles that users of the app may have, by name",
  tag: "App",
  permission: "member",
  rate: 300,
  response: z.object({ roles: z.array(roleSchema) }),
  async handle(call) {
    const { store, app } = await readingOf(call);
    return { roles: (await store.roles(app)).map(presentRole) };
  },
});
