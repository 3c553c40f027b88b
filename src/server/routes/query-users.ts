import * as z from "zod";
import type { Filter } from "../../store/index.ts";
import { defineRoute } from "../define-route.ts";
import { given } from "../reads/given.ts";
import { inTermsOf } from "../reads/in-terms-of.ts";
import { readingOf } from "../reads/reading.ts";
import { withConditions } from "../reads/with-conditions.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  offsetSchema,
  payloadSchema,
  sortSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { presentUser, userSchema } from "../wire/user.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const payload = dialectObject({
  ...clientParameters,
  ...viewParameters,
  filter_conditions: filterSchema.nullish(),
  sort: sortSchema.nullish(),
  limit: limitSchema(300).nullish(),
  offset: offsetSchema.nullish(),
  next: z.string().nullish(),
  id_gt: z.string().nullish(),
  id_gte: z.string().nullish(),
  id_lt: z.string().nullish(),
  id_lte: z.string().nullish(),
  include_deactivated_users: z.boolean().nullish(),
});

/** GET /users. Source: http-api section 6.1. */
export const queryUsersRoute = defineRoute({
  method: "GET",
  path: "/users",
  operation: "QueryUsers",
  summary: "Users of the app; to a user token, the user itself",
  tag: "Users",
  permission: "user",
  rate: 1000,
  query: payloadSchema(payload),
  response: z.object({ users: z.array(userSchema), next: z.string().optional() }),
  async handle({ query: { payload }, ...call }) {
    const { lists, app, as } = await readingOf(call, payload);
    const {
      filter_conditions,
      sort,
      limit = 30,
      offset,
      next: cursor,
      id_gt,
      id_gte,
      id_lt,
      id_lte,
      ...rest
    } = given(payload);
    const place = Object.entries(given({ $gt: id_gt, $gte: id_gte, $lt: id_lt, $lte: id_lte }));
    const conditions: Filter[] = place.map(([operator, id]) => ({ id: { [operator]: id } }));
    if (!rest.include_deactivated_users) conditions.push({ deactivated_at: { $exists: false } });
    const query = {
      ...as,
      filter: withConditions(filter_conditions, conditions),
      ...(place.length > 0 && { sort: [{ field: "id", direction: -1 }] as const }),
      ...given({ sort, limit, offset, cursor }),
    };
    const names = { filter: "filter_conditions" };
    const { items, next } = await inTermsOf(names, lists.users(app, query));
    return { users: items.map((user) => presentUser(user, true)), ...(next !== null && { next }) };
  },
});
