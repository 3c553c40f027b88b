import * as z from "zod";
import { defineServerRoute } from "../define-server-route.ts";
import { readingOf } from "../reads/reading.ts";
import { presentUnreadCounts, unreadCountsSchema } from "../wire/unread-counts.ts";
import { dialectObject } from "../wire/dialect-object.ts";

/** Most users at once. */
const most = 100;

/** POST /unread_batch. Source: http-api section 6.7. */
export const getUnreadBatchRoute = defineServerRoute({
  method: "POST",
  path: "/unread_batch",
  operation: "GetUnreadCountsBatch",
  summary: "What users have not read; those that are not there are left out",
  tag: "Users",
  permission: "member",
  rate: 1000,
  body: dialectObject({ user_ids: z.array(z.string()).min(1).max(most) }),
  response: z.object({ counts_by_user: z.record(z.string(), unreadCountsSchema) }),
  async handle({ body, ...call }) {
    const { lists, app } = await readingOf(call);
    const unread = await lists.unread(app, body.user_ids);
    return {
      counts_by_user: Object.fromEntries(
        Array.from(unread, ([user, channels]) => [user, presentUnreadCounts(channels)]),
      ),
    };
  },
});
