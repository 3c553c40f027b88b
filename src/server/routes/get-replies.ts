import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { given } from "../reads/given.ts";
import { oldestFirst } from "../reads/oldest-first.ts";
import { pageOf } from "../reads/page-of.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { inQuery, limitSchema } from "../wire/list-parameters.ts";
import { messageSchema, presentMessage } from "../wire/message.ts";

const place = z.string().optional();

/** GET /messages/{id}/replies. Source: http-api section 6.6. */
export const getRepliesRoute = defineRoute({
  method: "GET",
  path: "/messages/:id/replies",
  operation: "GetReplies",
  summary: "Replies to a message, oldest first",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  query: z.object({
    limit: inQuery(limitSchema(300)).optional(),
    id_lt: place,
    id_lte: place,
    id_gt: place,
    id_gte: place,
    id_around: place,
    user_id: z.string().optional(),
  }),
  response: z.object({ messages: z.array(messageSchema) }),
  async handle({ query: { user_id, ...query }, param, ...call }) {
    const reading = await readingOf(call, { user_id });
    const { store, app, as } = reading;
    const from = given(query);
    // What lies before a place is read backwards from it.
    const backwards =
      (from.id_lt ?? from.id_lte) !== undefined && (from.id_gt ?? from.id_gte) === undefined;
    const page = await store.replies(app, param("id"), {
      ...as,
      ...from,
      ...(backwards && { sort: [{ field: "created_at", direction: -1 }] }),
    });
    const messages = oldestFirst((await pageOf(reading, page)).items);
    const related = await relatedTo(reading, { messages });
    return { messages: messages.map((message) => presentMessage(message, related)) };
  },
});
