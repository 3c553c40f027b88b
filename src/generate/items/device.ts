import { textOf } from "../text.ts";
import { timeText } from "../time.ts";
import type { GeneratedItem, ItemContext } from "./item-context.ts";

/** The item of the device of a user by number. */
export function deviceItem(user: number, { world, random }: ItemContext): GeneratedItem {
  const token = Math.floor(random.next() * Number.MAX_SAFE_INTEGER).toString(36);
  const item: Record<string, unknown> = {
    id: `${token}:${user}`,
    user_id: world.userId(user),
    push_provider_type: random.pick(["firebase", "huawei", "apn", "xiaomi"]),
  };
  if (random.chance(0.5)) item["push_provider_name"] = "main";
  if (random.chance(0.8)) item["created_at"] = timeText(world.timeBefore(user), random);
  if (random.chance(0.2)) {
    item["disabled"] = random.chance(0.5);
    item["disabled_reason"] = textOf(random, 3);
  }
  return { type: "device", item, leaf: true };
}
