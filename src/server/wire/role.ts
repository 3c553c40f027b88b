import * as z from "zod";
import { builtInRoles } from "../../format/index.ts";
import type { Role } from "../../store/index.ts";

/** A role. Clients of the hosted service know `scopes` by two names. Source: http-api section 5. */
export const roleSchema = z
  .object({
    name: z.string(),
    custom: z.boolean(),
    scopes: z.array(z.string()),
    scoped: z.array(z.string()),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "Role" });

/** Presents a role. */
export function presentRole({ name, createdAt }: Role): z.infer<typeof roleSchema> {
  const custom = !(builtInRoles as readonly string[]).includes(name);
  const scopes = [".app"];
  return { name, custom, scopes, scoped: scopes, created_at: createdAt, updated_at: createdAt };
}
