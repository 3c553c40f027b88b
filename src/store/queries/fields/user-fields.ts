import { sql } from "kysely";
import { absent, type QueryFields, single } from "../field.ts";
import type { QueryScope } from "../query-scope.ts";
import { builtInFields } from "./built-in-fields.ts";

/** What may be asked of users. Imports carry no bans from the whole app and no presence: nobody is banned or online. */
export function userFields({ dialect }: QueryScope): QueryFields {
  return new Map([
    ...builtInFields("user", dialect),
    ["banned", single("boolean", sql`cast(${dialect.boolean(false)} as integer)`)],
    ["online", single("boolean", sql`cast(${dialect.boolean(false)} as integer)`)],
    ["last_active", absent("time")],
  ]);
}
