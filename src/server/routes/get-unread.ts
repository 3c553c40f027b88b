import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { defineRoute } from "../define-route.ts";
import { readingOf } from "../reads/reading.ts";
import { userNotFound } from "../reads/user-not-found.ts";
import { presentUnreadCounts, unreadCountsSchema } from "../wire/unread-counts.ts";

/** GET /unread. Source: http-api section 6.7. */
export const getUnreadRoute = defineRoute({
  method: "GET",
  path: "/unread",
  operation: "GetUnreadCounts",
  summary: "What a user has not read, by channel",
  tag: "Users",
  permission: "user",
  rate: 1000,
  query: z.object({ user_id: z.string().optional() }),
  response: unreadCountsSchema,
  async handle({ query, ...call }) {
    const { lists, app, as } = await readingOf(call, query);
    if (as.user === undefined) {
      throw new ApiError("invalid_input", "The query names no user.", "Add `user_id`.");
    }
    const unread = (await lists.unread(app, [as.user], as.viewer)).get(as.user);
    if (unread !== undefined) return presentUnreadCounts(unread);
    throw userNotFound(as.user);
  },
});
