import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { channelByCid } from "../reads/channel-by-cid.ts";
import { given } from "../reads/given.ts";
import { oldestFirst } from "../reads/oldest-first.ts";
import { pageOf } from "../reads/page-of.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { inQuery, limitSchema } from "../wire/list-parameters.ts";
import { messageSchema, presentMessage } from "../wire/message.ts";
import { timeSchema } from "../wire/time.ts";

/** Most ids at once. */
const most = 100;

const place = z.string().optional();

/** GET /channels/{type}/{id}/messages. By ids, as http-api section 6 has it; pages without what else is in the channel are ours. */
export const getMessagesRoute = defineRoute({
  method: "GET",
  path: "/channels/:type/:id/messages",
  operation: "GetManyMessages",
  summary:
    "Messages of a channel: those of some ids, which are left out where they are not there; or a page, the newest or from any place on, oldest first",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  query: z
    .object({
      ids: z
        .string()
        .transform((ids) => ids.split(",").filter(Boolean))
        .pipe(z.array(z.string()).min(1).max(most))
        .optional(),
      limit: inQuery(limitSchema(300)).optional(),
      id_lt: place,
      id_gt: place,
      id_around: place,
      created_at_around: timeSchema.optional(),
      user_id: z.string().optional(),
    })
    .refine(
      ({ ids, limit, id_lt, id_gt, id_around, created_at_around }) =>
        !ids || !(limit ?? id_lt ?? id_gt ?? id_around ?? created_at_around),
      "takes no place and no limit beside ids",
    ),
  response: z.object({ messages: z.array(messageSchema) }),
  async handle({ query: { ids, user_id, ...page }, param, ...call }) {
    const reading = await readingOf(call, { user_id });
    const { store, app, as } = reading;
    const cid = `${param("type")}:${param("id")}`;
    const channel = await channelByCid(reading, cid);
    if (ids === undefined) {
      const found = await store.messages(app, cid, { ...as, ...given(page) });
      const messages = oldestFirst((await pageOf(reading, found)).items);
      const related = await relatedTo(reading, { messages });
      return { messages: messages.map((message) => presentMessage(message, related)) };
    }
    const found = await store.messagesById(app, ids, as.viewer);
    const messages = [...new Set(ids)].flatMap((id) => {
      const message = found.get(id);
      return message !== undefined && message["cid"] === channel["cid"] ? [message] : [];
    });
    const related = await relatedTo(reading, { messages });
    return { messages: messages.map((message) => presentMessage(message, related)) };
  },
});
