import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { channelSchema, presentChannel } from "./channel.ts";
import { userSchema } from "./user.ts";

/** A ban from a channel. Imports do not say who issued it, nor when. Source: the hosted service's own client. */
export const channelBanSchema = z
  .object({ user: userSchema, channel: channelSchema, shadow: z.literal(false) })
  .meta({ id: "ChannelBan" });

/** A ban from channels that a user creates later; it never expires. Source: http-api section 6.9. */
export const futureChannelBanSchema = z
  .object({
    user: userSchema,
    banned_by: userSchema,
    reason: z.string().optional(),
    shadow: z.boolean(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "FutureChannelBan" });

/** A ban from later channels as the API shows it. */
export type FutureChannelBanBody = z.infer<typeof futureChannelBanSchema>;

/** Presents a ban from a channel. */
export function presentChannelBan(user: string, channel: PresentedItem, related: Related): object {
  return { user: related.user(user), channel: presentChannel(channel, related), shadow: false };
}

/** Presents a ban from later channels. */
export function presentFutureChannelBan(item: PresentedItem, { user }: Related): object {
  const { target_id, created_by, reason, shadow, created_at } = item;
  return {
    user: user(target_id),
    banned_by: user(created_by),
    ...(reason !== undefined && { reason }),
    shadow,
    created_at,
  };
}
