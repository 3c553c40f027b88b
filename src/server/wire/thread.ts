import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { channelSchema, presentChannel } from "./channel.ts";
import { messageSchema, presentMessage } from "./message.ts";
import { userSchema } from "./user.ts";

/** A thread: a message and the replies to it. `participant_count` counts up to 100. Source: http-api section 6; the hosted service's own client. */
export const threadSchema = z
  .object({
    channel_cid: z.string(),
    channel: channelSchema,
    parent_message_id: z.string(),
    parent_message: messageSchema,
    created_by_user_id: z.string(),
    created_by: userSchema,
    title: z.string(),
    reply_count: z.int(),
    participant_count: z.int(),
    thread_participants: z.array(
      z.object({
        channel_cid: z.string(),
        thread_id: z.string(),
        user_id: z.string(),
        user: userSchema,
      }),
    ),
    last_message_at: z.iso.datetime().optional(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    latest_replies: z.array(messageSchema),
  })
  .meta({ id: "Thread" });

/** Presents a thread.
 *
 * @param replies the latest ones, oldest first */
export function presentThread(
  parent: PresentedItem,
  channel: PresentedItem,
  replies: readonly PresentedItem[],
  related: Related,
): object {
  const id = parent["id"];
  const cid = parent["cid"];
  const { participants } = related.details(id);
  const last = replies.at(-1)?.["created_at"];
  return {
    channel_cid: cid,
    channel: presentChannel(channel, related),
    parent_message_id: id,
    parent_message: presentMessage(parent, related),
    created_by_user_id: parent["user"],
    created_by: related.user(parent["user"]),
    title: "",
    reply_count: parent["reply_count"],
    participant_count: participants.length,
    thread_participants: participants.map((user) => ({
      channel_cid: cid,
      thread_id: id,
      user_id: user,
      user: related.user(user),
    })),
    ...(last !== undefined && { last_message_at: last }),
    created_at: parent["created_at"],
    updated_at: last ?? parent["created_at"],
    latest_replies: replies.map((reply) => presentMessage(reply, related)),
  };
}
