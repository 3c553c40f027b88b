import * as z from "zod";
import { parseJson } from "../../format/index.ts";
import type { Filter } from "../../store/index.ts";

/** Levels of a filter, far more than the store takes: what is deeper cannot even be handed to a thread. */
const mostLevels = 100;

const ignored = z.unknown().optional();

/** What clients send with every list, be it of use there or not: what is live, and the bounds of other lists. */
export const clientParameters = {
  watch: ignored,
  presence: ignored,
  connection_id: ignored,
  state: ignored,
  message_limit: ignored,
  member_limit: ignored,
  include_deactivated_users: ignored,
};

/** Whose view a server asks for. */
export const viewParameters = {
  user_id: z.string().nullish(),
  user: z.looseObject({ id: z.string() }).nullish(),
};

/** A filter, see docs/queries.md. The store checks what is in it; not by a schema, which would drop a field named `__proto__`. */
export const filterSchema = z
  .unknown()
  .refine(isObject, "takes an object")
  .refine((filter) => !isDeep(filter), `is nested more than ${mostLevels} levels deep`)
  .meta({ type: "object", description: "See docs/queries.md." }) as unknown as z.ZodType<Filter>;

/** What a list is sorted by; by nothing is as if it were left out. */
export const sortSchema = z
  .array(z.object({ field: z.string(), direction: z.literal([1, -1]).default(1) }))
  .transform((sort) => (sort.length === 0 ? undefined : sort));

/** How many items a page holds. */
export function limitSchema(most: number): z.ZodType<number> {
  return z.int().min(1).max(most);
}

/** How many items are passed over. */
export const offsetSchema = z.int().min(0).max(1000);

/** Numbers as they stand in a query. */
export function inQuery(schema: z.ZodType<number>): z.ZodType<number> {
  return z.preprocess((text) => (text === "" ? undefined : Number(text)), schema);
}

/** The parameters of a query of which one, `payload`, is JSON; none is an empty object. */
export function payloadSchema<T>(schema: z.ZodType<T>): z.ZodType<{ payload: T }> {
  const json = z.string().transform((text, context) => {
    try {
      return parseJson(text);
    } catch {
      context.addIssue("takes JSON");
      return z.NEVER;
    }
  });
  const { $schema: _, ...contentSchema } = z.toJSONSchema(schema, { io: "input" });
  const payload = json.default({}).pipe(schema);
  return z.object({
    payload: payload.meta({ contentMediaType: "application/json", contentSchema }),
  });
}

function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((inner) =>
      typeof inner === "object" && inner !== null ? Object.values(inner) : [],
    );
  }
  return false;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
