import * as z from "zod";
import type { ChannelDetails, PresentedItem } from "../../store/index.ts";
import { oldestFirst } from "../reads/oldest-first.ts";
import type { Related } from "../reads/related.ts";
import { channelSchema, presentChannel } from "./channel.ts";
import { memberSchema, presentMember } from "./member.ts";
import { messageSchema, presentMessage } from "./message.ts";
import { userSchema } from "./user.ts";

/** A channel and what is in it. Messages come oldest first. Nobody watches, and no message waits: what is imported is not live. Source: http-api section 6.2. */
export const channelStateSchema = z
  .object({
    channel: channelSchema,
    messages: z.array(messageSchema),
    pinned_messages: z.array(messageSchema),
    pending_messages: z.array(z.never()),
    members: z.array(memberSchema),
    read: z.array(
      z.object({
        user: userSchema,
        last_read: z.iso.datetime(),
        last_read_message_id: z.string().optional(),
        unread_messages: z.int(),
      }),
    ),
    membership: memberSchema.optional(),
    hidden: z.boolean().optional(),
    hide_messages_before: z.iso.datetime().optional(),
    threads: z.array(z.never()),
    watcher_count: z.literal(0),
  })
  .meta({ id: "ChannelState" });

/** A channel as the API shows it, with what is in it. */
export type ChannelStateBody = z.infer<typeof channelStateSchema>;

/** Presents a channel with what is read beside it. */
export function presentChannelState(
  channel: PresentedItem,
  { messages, pinned, members, reads, membership }: ChannelDetails,
  related: Related,
): object {
  const before = membership?.["hide_messages_before"];
  return {
    channel: presentChannel(channel, related, membership),
    messages: oldestFirst(messages).map((message) => presentMessage(message, related)),
    pinned_messages: pinned.map((message) => presentMessage(message, related)),
    pending_messages: [],
    members: members.map((member) => presentMember(member, channel, related)),
    read: reads.map(({ userId, lastRead, lastReadMessageId, unread }) => ({
      user: related.user(userId),
      last_read: lastRead,
      ...(lastReadMessageId !== null && { last_read_message_id: lastReadMessageId }),
      unread_messages: unread,
    })),
    ...(membership && {
      membership: presentMember(membership, channel, related),
      hidden: membership["hide_channel"],
    }),
    ...(before !== undefined && { hide_messages_before: before }),
    threads: [],
    watcher_count: 0,
  };
}
