import * as z from "zod";
import type { Account } from "../../store/index.ts";

/** What somebody may do in an app. */
export const roleSchema = z.enum(["member", "operator"]);

/** An account. `active`: it has a password. */
export const accountSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    admin: z.boolean(),
    roles: z.record(z.string(), roleSchema).meta({ description: "By the names of apps." }),
    active: z.boolean(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "Account" });

/** An account as the API shows it. */
export type AccountBody = z.infer<typeof accountSchema>;

/** Presents an account. */
export function presentAccount({ createdAt, ...account }: Account): AccountBody {
  return { ...account, roles: { ...account.roles }, created_at: createdAt };
}
