import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { userSchema } from "./user.ts";
import { wireObject } from "./wire-object.ts";

/** A member of a channel. `role` is the predecessor of `channel_role`; `archived_at` is shown to servers and to the member. Source: http-api section 6.2. */
export const memberSchema = z
  .looseObject({
    user_id: z.string(),
    user: userSchema,
    channel_role: z.string(),
    role: z.enum(["owner", "moderator", "member"]),
    is_moderator: z.boolean(),
    invited: z.boolean(),
    invite_accepted_at: z.iso.datetime().optional(),
    invite_rejected_at: z.iso.datetime().optional(),
    status: z.enum(["member", "pending", "accepted", "rejected"]),
    banned: z.boolean(),
    shadow_banned: z.literal(false),
    archived_at: z.iso.datetime().optional(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "Member" });

/** A member as the API shows it. */
export type MemberBody = z.infer<typeof memberSchema>;

const wire = wireObject("member", memberSchema);

/** Presents a member of a channel. */
export function presentMember(
  item: PresentedItem,
  channel: PresentedItem,
  { user, viewer }: Related,
): object {
  const id = item["user_id"];
  const isModerator = item["is_moderator"] === true || item["channel_role"] === "channel_moderator";
  const other = isModerator ? "moderator" : "member";
  const banned = (channel["banned_users"] ?? []) as readonly unknown[];
  return wire(item, {
    user: user(id),
    role: channel["created_by"] === id ? "owner" : other,
    is_moderator: isModerator,
    status: statusOf(item),
    banned: banned.includes(id),
    shadow_banned: false,
    updated_at: item["created_at"],
    ...(viewer !== undefined && viewer !== id && { archived_at: undefined }),
  });
}

/** What became of the invitation, where there was one; the later answer holds. */
function statusOf(item: PresentedItem): string {
  const accepted = item["invite_accepted_at"] as string | undefined;
  const rejected = item["invite_rejected_at"] as string | undefined;
  if (rejected !== undefined && (accepted === undefined || rejected > accepted)) return "rejected";
  if (accepted !== undefined) return "accepted";
  return item["invited"] === true ? "pending" : "member";
}
