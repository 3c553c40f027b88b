import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { channelTypeSchema, presentChannelType } from "./channel-type.ts";
import { userSchema } from "./user.ts";
import { wireObject } from "./wire-object.ts";

/** A channel. `message_count` is there where channels are queried, `hidden` and `muted` where it is the view of a user, the former of a member. Source: http-api section 6.2. */
export const channelSchema = z
  .looseObject({
    id: z.string(),
    type: z.string(),
    cid: z.string(),
    team: z.string().optional(),
    frozen: z.boolean(),
    disabled: z.boolean(),
    member_count: z.int(),
    message_count: z.int().optional(),
    created_by: userSchema,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    last_message_at: z.iso.datetime().optional(),
    truncated_at: z.iso.datetime().optional(),
    hidden: z.boolean().optional(),
    muted: z.boolean().optional(),
    config: channelTypeSchema,
  })
  .meta({ id: "Channel" });

const wire = wireObject("channel", channelSchema);

/** Presents a channel.
 *
 * @param membership of the user whose view it is */
export function presentChannel(
  item: PresentedItem,
  { user, channelType, muted }: Related,
  membership?: PresentedItem,
): object {
  const type = channelType(item["type"]);
  return wire(item, {
    created_by: user(item["created_by"]),
    updated_at: item["updated_at"] ?? item["created_at"],
    hidden: membership?.["hide_channel"],
    muted: muted(item["cid"]),
    config: type && presentChannelType(type),
  });
}
