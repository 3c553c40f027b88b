import * as z from "zod";
import type { Filter, SortField } from "../../store/index.ts";
import { defineRoute } from "../define-route.ts";
import { channelByCid } from "../reads/channel-by-cid.ts";
import { given } from "../reads/given.ts";
import { inTermsOf } from "../reads/in-terms-of.ts";
import { pageOf } from "../reads/page-of.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { withConditions } from "../reads/with-conditions.ts";
import { distinctIdOf, distinctMembersSchema } from "../wire/distinct-members.ts";
import {
  clientParameters,
  filterSchema,
  limitSchema,
  offsetSchema,
  payloadSchema,
  sortSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { memberSchema, presentMember } from "../wire/member.ts";
import { timeSchema } from "../wire/time.ts";
import { dialectObject } from "../wire/dialect-object.ts";

/** From which place on, by the field and the operator that say so. */
const places = {
  user_id_gt: ["user_id", "$gt"],
  user_id_gte: ["user_id", "$gte"],
  user_id_lt: ["user_id", "$lt"],
  user_id_lte: ["user_id", "$lte"],
  created_at_after: ["created_at", "$gt"],
  created_at_after_or_equal: ["created_at", "$gte"],
  created_at_before: ["created_at", "$lt"],
  created_at_before_or_equal: ["created_at", "$lte"],
} as const;

type Place = keyof typeof places;

const place = z.string().nullish();

const payload = dialectObject({
  ...clientParameters,
  ...viewParameters,
  type: z.string(),
  id: z.string().nullish(),
  members: distinctMembersSchema.nullish(),
  filter_conditions: filterSchema.nullish(),
  sort: sortSchema.nullish(),
  limit: limitSchema(100).nullish(),
  offset: offsetSchema.nullish(),
  next: z.string().nullish(),
  user_id_gt: place,
  user_id_gte: place,
  user_id_lt: place,
  user_id_lte: place,
  created_at_after: timeSchema.nullish(),
  created_at_after_or_equal: timeSchema.nullish(),
  created_at_before: timeSchema.nullish(),
  created_at_before_or_equal: timeSchema.nullish(),
}).refine(({ id, members }) => !id !== !members?.length, "takes exactly one of id and members");

/** GET /members. Source: http-api section 6.4. */
export const queryMembersRoute = defineRoute({
  method: "GET",
  path: "/members",
  operation: "QueryMembers",
  summary: "Members of a channel",
  tag: "Channels",
  permission: "user",
  rate: 300,
  query: payloadSchema(payload),
  response: z.object({ members: z.array(memberSchema), next: z.string().optional() }),
  async handle({ query: { payload }, ...call }) {
    const reading = await readingOf(call, payload);
    const { lists, app, as } = reading;
    const {
      type,
      id,
      members,
      filter_conditions,
      sort,
      limit = 100,
      offset,
      next: cursor,
      ...rest
    } = given(payload);
    const channel = await channelByCid(reading, `${type}:${id || distinctIdOf(members!)}`);
    const from = (Object.keys(places) as Place[]).filter((name) => rest[name] !== undefined);
    const conditions = from.map((name): Filter => {
      const [field, operator] = places[name];
      return { [field]: { [operator]: rest[name] } };
    });
    const query = {
      ...as,
      filter: withConditions(filter_conditions, conditions),
      sort: sort ?? sortFrom(from[0]),
      limit,
      ...given({ offset, cursor }),
    };
    const asked = lists.members(app, channel["cid"] as string, query);
    const page = await inTermsOf({ filter: "filter_conditions" }, asked);
    const { items, next } = await pageOf(reading, page);
    const related = await relatedTo(reading, { members: items });
    return {
      members: items.map((member) => presentMember(member, channel, related)),
      ...(next !== null && { next }),
    };
  },
});

/** A page lies next to the place that it begins at. */
function sortFrom(place: Place | undefined): readonly SortField[] {
  if (place === undefined) return [{ field: "created_at" }];
  const [field, operator] = places[place];
  return [{ field, direction: operator.startsWith("$g") ? 1 : -1 }];
}
