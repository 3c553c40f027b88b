import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { channelByCid } from "../reads/channel-by-cid.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { messageSchema, presentMessage } from "../wire/message.ts";

/** Most messages at once. */
const most = 100;

/** GET /channels/{type}/{id}/messages. Source: http-api section 6. */
export const getMessagesRoute = defineRoute({
  method: "GET",
  path: "/channels/:type/:id/messages",
  operation: "GetManyMessages",
  summary: "Messages of a channel by id; those that are not there are left out",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  query: z.object({
    ids: z
      .string()
      .transform((ids) => ids.split(",").filter(Boolean))
      .pipe(z.array(z.string()).min(1).max(most)),
    user_id: z.string().optional(),
  }),
  response: z.object({ messages: z.array(messageSchema) }),
  async handle({ query: { ids, user_id }, param, ...call }) {
    const reading = readingOf(call, user_id);
    const { store, app, as } = reading;
    const channel = await channelByCid(reading, `${param("type")}:${param("id")}`);
    const found = await store.messagesById(app, ids, as.viewer);
    const messages = [...new Set(ids)].flatMap((id) => {
      const message = found.get(id);
      return message !== undefined && message["cid"] === channel["cid"] ? [message] : [];
    });
    const related = await relatedTo(reading, { messages });
    return { messages: messages.map((message) => presentMessage(message, related)) };
  },
});
