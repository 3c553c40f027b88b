import { textOf } from "../text.ts";
import { timeText } from "../time.ts";
import type { GeneratedItem, ItemContext } from "./item-context.ts";

/** The item of a ban by a user by number. */
export function futureChannelBanItem(user: number, { world, random }: ItemContext): GeneratedItem {
  const item: Record<string, unknown> = {
    created_by: world.activeUser(user),
    target_id: world.activeUser(user + 1),
  };
  if (random.chance(0.7)) item["created_at"] = timeText(world.timeBefore(user), random);
  if (random.chance(0.4)) item["shadow"] = random.chance(0.5);
  if (random.chance(0.5)) item["reason"] = textOf(random, 5);
  return { type: "future_channel_ban", item, leaf: true };
}
