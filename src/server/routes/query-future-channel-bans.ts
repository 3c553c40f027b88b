import * as z from "zod";
import { defineServerRoute } from "../define-server-route.ts";
import { given } from "../reads/given.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { futureChannelBanSchema, presentFutureChannelBan } from "../wire/ban.ts";
import {
  clientParameters,
  limitSchema,
  offsetSchema,
  payloadSchema,
} from "../wire/list-parameters.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const payload = dialectObject({
  ...clientParameters,
  exclude_expired_bans: z.unknown().optional(),
  include_total: z.unknown().optional(),
  user_id: z.string().nullish(),
  target_user_id: z.string().nullish(),
  limit: limitSchema(300).nullish(),
  offset: offsetSchema.nullish(),
});

/** GET /query_future_channel_bans. Source: http-api section 6.9. */
export const queryFutureChannelBansRoute = defineServerRoute({
  method: "GET",
  path: "/query_future_channel_bans",
  operation: "QueryFutureChannelBans",
  summary: "Bans from channels that a user creates later, by who issued them",
  tag: "Users",
  permission: "member",
  rate: 300,
  query: payloadSchema(payload),
  response: z.object({ bans: z.array(futureChannelBanSchema) }),
  async handle({ query: { payload }, ...call }) {
    const reading = await readingOf(call);
    const { user_id, target_user_id, ...paging } = given(payload);
    const { items } = await reading.store.bans(reading.app, {
      ...paging,
      filter: {
        ...(user_id && { created_by: user_id }),
        ...(target_user_id && { target_id: target_user_id }),
      },
    });
    const users = items.flatMap((ban) => [ban["created_by"], ban["target_id"]] as string[]);
    const related = await relatedTo(reading, { users });
    return { bans: items.map((ban) => presentFutureChannelBan(ban, related)) };
  },
});
