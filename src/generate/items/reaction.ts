import { customData } from "../custom-data.ts";
import { timeText } from "../time.ts";
import type { ItemContext } from "./item-context.ts";

const types = ["like", "love", "haha", "wow", "sad", "+1", "party:parrot", "thumbs-up", "v1.0"];

/** A reaction to a message by number. */
export function reactionItem(
  message: number,
  user: number,
  { world, random }: ItemContext,
): Record<string, unknown> {
  const item: Record<string, unknown> = {
    message_id: world.messageId(message),
    type: random.pick(types),
    user_id: world.userId(user),
    created_at: timeText(world.messageTime(message) + 1000 * random.below(60), random),
  };
  if (random.chance(0.03)) Object.assign(item, customData(random));
  return item;
}
