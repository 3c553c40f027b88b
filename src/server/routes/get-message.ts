import * as z from "zod";
import { defineRoute } from "../define-route.ts";
import { messageNotFound } from "../reads/message-not-found.ts";
import { readingOf } from "../reads/reading.ts";
import { relatedTo } from "../reads/related.ts";
import { presentChannel } from "../wire/channel.ts";
import { messageInChannelSchema, presentMessage } from "../wire/message.ts";

/** GET /messages/{id}. A deleted message is not found unless it is asked for. Source: http-api section 6.6. */
export const getMessageRoute = defineRoute({
  method: "GET",
  path: "/messages/:id",
  operation: "GetMessage",
  summary: "A message, with its channel",
  tag: "Messages",
  permission: "user",
  rate: 1000,
  query: z.object({
    show_deleted_message: z.enum(["true", "false"]).optional(),
    user_id: z.string().optional(),
  }),
  response: z.object({ message: messageInChannelSchema }),
  async handle({ query, param, ...call }) {
    const reading = await readingOf(call, query);
    const { store, app, as } = reading;
    const id = param("id");
    const message = (await store.messagesById(app, [id], as.viewer)).get(id);
    const isShown = message?.["type"] !== "deleted" || query.show_deleted_message === "true";
    if (message === undefined || !isShown) throw messageNotFound(id);
    const cid = message["cid"] as string;
    const channel = (await store.channelsById(app, [cid])).get(cid)!;
    const related = await relatedTo(reading, { messages: [message], channels: [channel] });
    const shown = presentMessage(message, related);
    return { message: { ...shown, channel: presentChannel(channel, related) } };
  },
});
