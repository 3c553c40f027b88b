import * as z from "zod";
import type { PresentedItem, ReactionGroup } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { channelSchema } from "./channel.ts";
import { presentReaction, reactionSchema } from "./reaction.ts";
import { userSchema } from "./user.ts";
import { wireObject } from "./wire-object.ts";

/** A message that another one quotes. */
const quotedMessageSchema = z
  .looseObject({
    id: z.string(),
    cid: z.string(),
    type: z.enum(["regular", "reply", "deleted", "system", "blocked"]),
    text: z.string(),
    html: z.string(),
    user: userSchema,
    attachments: z.array(z.looseObject({})),
    mentioned_users: z.array(userSchema),
    latest_reactions: z.array(reactionSchema),
    own_reactions: z.array(reactionSchema),
    reaction_counts: z.record(z.string(), z.int()),
    reaction_scores: z.record(z.string(), z.number()),
    reaction_groups: z.record(
      z.string(),
      z.object({
        count: z.int(),
        sum_scores: z.number(),
        first_reaction_at: z.iso.datetime(),
        last_reaction_at: z.iso.datetime(),
      }),
    ),
    parent_id: z.string().optional(),
    show_in_channel: z.boolean(),
    reply_count: z.int(),
    thread_participants: z.array(userSchema),
    quoted_message_id: z.string().optional(),
    pinned: z.boolean(),
    pinned_at: z.iso.datetime().optional(),
    pinned_by: userSchema.optional(),
    pin_expires: z.iso.datetime().optional(),
    restricted_visibility: z.array(z.string()).optional(),
    silent: z.literal(false),
    shadowed: z.literal(false),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    deleted_at: z.iso.datetime().optional(),
  })
  .meta({ id: "QuotedMessage" });

/** A message. Users see of a deleted one that it is there, and no more. Source: http-api section 6.6. */
export const messageSchema = quotedMessageSchema
  .extend({ quoted_message: quotedMessageSchema.optional() })
  .meta({ id: "Message" });

/** A message where it stands alone. */
export const messageInChannelSchema = messageSchema
  .extend({ channel: channelSchema })
  .meta({ id: "MessageInChannel" });

/** A message as the API shows it. */
export type MessageBody = z.infer<typeof messageSchema>;

/** A message as the API shows it alone, with its channel. */
export type MessageInChannelBody = z.infer<typeof messageInChannelSchema>;

const wireMessage = wireObject("message", messageSchema);
const wireQuoted = wireObject("message", quotedMessageSchema);

/** Presents a message, with the one that it quotes, if the viewer may see that. */
export function presentMessage(item: PresentedItem, related: Related): object {
  const quoted = related.quoted(item["quoted_message_id"]);
  return present(item, related, wireMessage, {
    quoted_message: quoted && present(quoted, related, wireQuoted, {}),
  });
}

function present(
  whole: PresentedItem,
  related: Related,
  wire: typeof wireMessage,
  more: object,
): object {
  const { user, details, viewer, now } = related;
  const isHidden = viewer !== undefined && whole["type"] === "deleted";
  const item = isHidden ? withoutContent(whole) : whole;
  const { groups, latest, own, participants } = details(item["id"]);
  const byType = (value: (group: ReactionGroup) => unknown) =>
    Object.fromEntries(groups.map((group) => [group.type, value(group)]));
  const pinnedBy = item["pinned_by_id"];
  const expires = item["pin_expires"] as string | undefined;
  const mentioned = (item["mentioned_users_ids"] ?? []) as readonly string[];
  return wire(item, {
    text: item["text"] ?? "",
    html: item["html"] ?? "",
    user: user(item["user"]),
    attachments: item["attachments"] ?? [],
    mentioned_users: mentioned.map(user),
    latest_reactions: latest.map((reaction) => presentReaction(reaction, related)),
    own_reactions: own.map((reaction) => presentReaction(reaction, related)),
    reaction_counts: byType(({ count }) => count),
    reaction_scores: byType(({ score }) => score),
    reaction_groups: byType(({ count, score, firstAt, lastAt }) => ({
      count,
      sum_scores: score,
      first_reaction_at: firstAt,
      last_reaction_at: lastAt,
    })),
    thread_participants: participants.map(user),
    pinned: item["pinned_at"] !== undefined && (expires === undefined || expires > now),
    pinned_by: pinnedBy && user(pinnedBy),
    silent: false,
    shadowed: false,
    updated_at: item["updated_at"] ?? item["created_at"],
    ...more,
  });
}

const kept: ReadonlySet<string> = new Set([
  "id",
  "cid",
  "type",
  "user",
  "parent_id",
  "show_in_channel",
  "reply_count",
  "created_at",
  "updated_at",
  "deleted_at",
]);

function withoutContent(item: PresentedItem): PresentedItem {
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}
