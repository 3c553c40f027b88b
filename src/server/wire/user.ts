import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import { wireObject } from "./wire-object.ts";

const id = z.object({ id: z.string() });

/** A user. Imports carry neither presence nor bans from the whole app. Source: http-api section 6.1. */
export const userSchema = z
  .looseObject({
    id: z.string(),
    role: z.string(),
    language: z.string().optional(),
    teams: z.array(z.string()).optional(),
    teams_role: z.record(z.string(), z.string()).optional(),
    online: z.literal(false),
    banned: z.literal(false),
    shadow_banned: z.literal(false),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    deleted_at: z.iso.datetime().optional(),
    deactivated_at: z.iso.datetime().optional(),
    invisible: z.boolean().optional(),
    mutes: z.array(z.object({ user: id, target: id })).optional(),
    channel_mutes: z
      .array(
        z.object({
          user: id,
          channel: z.object({ cid: z.string(), type: z.string(), id: z.string() }),
        }),
      )
      .optional(),
    blocked_user_ids: z.array(z.string()).optional(),
    privacy_settings: z.looseObject({}).optional(),
    push_preferences: z.looseObject({}).optional(),
    push_notifications: z.looseObject({}).optional(),
  })
  .meta({
    id: "User",
    description:
      "A user, with custom data such as `name` and `image` beside the fields. From `invisible` on, fields are shown where users are asked for, to a server and to the user.",
  });

/** A user as the API shows it. */
export type UserBody = z.infer<typeof userSchema>;

/** What only servers and the user itself are shown. */
const own = [
  "invisible",
  "mutes",
  "channel_mutes",
  "blocked_user_ids",
  "privacy_settings",
  "push_preferences",
  "push_notifications",
];

const wire = wireObject("user", userSchema);

/** Presents a user.
 *
 * @param whole whether to show what is for servers and the user itself */
export function presentUser(item: PresentedItem, whole = false): object {
  const user = { id: item["id"] };
  const targets = item["user_mutes"] as readonly string[] | undefined;
  const cids = item["channel_mutes"] as readonly string[] | undefined;
  return wire(item, {
    online: false,
    banned: false,
    shadow_banned: false,
    updated_at: item["updated_at"] ?? item["created_at"],
    mutes: targets?.map((target) => ({ user, target: { id: target } })),
    channel_mutes: cids?.map((cid) => {
      const [type, id] = cid.split(":");
      return { user, channel: { cid, type, id } };
    }),
    ...(!whole && Object.fromEntries(own.map((name) => [name, undefined]))),
  });
}
