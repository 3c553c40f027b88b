import * as z from "zod";
import type { Filter, PresentedItem } from "../../store/index.ts";
import { defineServerRoute } from "../define-server-route.ts";
import { given } from "../reads/given.ts";
import { type Reading, readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { channelBanSchema, presentChannelBan } from "../wire/ban.ts";
import {
  clientParameters,
  limitSchema,
  offsetSchema,
  payloadSchema,
  viewParameters,
} from "../wire/list-parameters.ts";
import { dialectObject } from "../wire/dialect-object.ts";

const oneOrSome = z.union([
  z.string().transform((value) => [value]),
  z.strictObject({ $eq: z.string() }).transform(({ $eq }) => [$eq]),
  z.strictObject({ $in: z.array(z.string()).min(1).max(100) }).transform(({ $in }) => $in),
]);

const payload = dialectObject({
  ...clientParameters,
  ...viewParameters,
  exclude_expired_bans: z.unknown().optional(),
  sort: z.array(z.unknown()).max(0, "is not known here; bans come by channel and user").nullish(),
  filter_conditions: z
    .strictObject({ channel_cid: oneOrSome.nullish(), user_id: oneOrSome.nullish() })
    .nullish(),
  limit: limitSchema(300).nullish(),
  offset: offsetSchema.nullish(),
});

/** GET /query_banned_users. Imports carry bans from channels alone. Source: http-api section 6. */
export const queryBannedUsersRoute = defineServerRoute({
  method: "GET",
  path: "/query_banned_users",
  operation: "QueryBannedUsers",
  summary: "Bans from channels, by channel and user",
  tag: "Users",
  permission: "member",
  rate: 300,
  query: payloadSchema(payload),
  response: z.object({ bans: z.array(channelBanSchema) }),
  async handle({ query: { payload }, ...call }) {
    const reading = await readingOf(call, payload);
    const { filter_conditions, limit = 100, offset = 0 } = given(payload);
    const { channel_cid, user_id } = given(filter_conditions ?? {});
    const found = await bansOf(reading, channel_cid, user_id, offset + limit);
    const bans = found.slice(offset, offset + limit);
    const related = await relatedTo(reading, {
      channels: bans.map(({ channel }) => channel),
      users: bans.map(({ user }) => user),
    });
    return { bans: bans.map(({ user, channel }) => presentChannelBan(user, channel, related)) };
  },
});

interface Ban {
  readonly user: string;
  readonly channel: PresentedItem;
}

/** The first bans. Each channel has at least one, so that few pages of channels are read. */
async function bansOf(
  { lists, app }: Reading,
  cids: readonly string[] | undefined,
  users: readonly string[] | undefined,
  most: number,
): Promise<readonly Ban[]> {
  const filter: Filter = {
    ...(cids && { cid: { $in: cids } }),
    banned_users: users ? { $in: users } : { $exists: true },
  };
  const bans: Ban[] = [];
  let next: string | null | undefined;
  while (next !== null && bans.length < most) {
    const cursor = next === undefined ? {} : { cursor: next };
    const page = await lists.channels(app, {
      filter,
      sort: [{ field: "cid" }],
      limit: 300,
      ...cursor,
    });
    for (const channel of page.items) {
      const banned = channel["banned_users"] as readonly string[];
      for (const user of banned.toSorted()) {
        if (!users || users.includes(user)) bans.push({ user, channel });
      }
    }
    next = page.next;
  }
  return bans;
}
