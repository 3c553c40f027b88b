import * as z from "zod";
import { distinctChannelId } from "../../format/index.ts";

/** The members that a distinct channel is known by. */
export const distinctMembersSchema = z
  .array(
    z.union([z.string(), z.object({ user_id: z.string() })], {
      error: "takes the id of a user, or an object with `user_id`",
    }),
  )
  .min(1)
  .max(100);

/** The id of the distinct channel of some members. */
export function distinctIdOf(members: z.infer<typeof distinctMembersSchema>): string {
  return distinctChannelId(
    members.map((member) => (typeof member === "string" ? member : member.user_id)),
  );
}
