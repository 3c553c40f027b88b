import * as z from "zod";
import type { PresentedItem } from "../../store/index.ts";
import type { Related } from "../reads/related.ts";
import { userSchema } from "./user.ts";
import { wireObject } from "./wire-object.ts";

/** A reaction. `score` is custom data of imports; without one it is 1. Source: http-api section 6.6. */
export const reactionSchema = z
  .looseObject({
    message_id: z.string(),
    type: z.string(),
    user_id: z.string(),
    user: userSchema,
    score: z.number(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "Reaction" });

/** A reaction as the API shows it. */
export type ReactionBody = z.infer<typeof reactionSchema>;

const wire = wireObject("reaction", reactionSchema);

/** Presents a reaction. */
export function presentReaction({ score, ...item }: PresentedItem, { user }: Related): object {
  return wire(item, {
    user: user(item["user_id"]),
    score: typeof score === "number" ? score : 1,
    updated_at: item["created_at"],
  });
}
