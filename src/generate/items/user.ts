import { builtInRoles } from "../../format/index.ts";
import { customData } from "../custom-data.ts";
import { textOf } from "../text.ts";
import { timeText } from "../time.ts";
import type { GeneratedItem, ItemContext } from "./item-context.ts";

/** The item of a user by number. */
export function userItem(user: number, { world, random }: ItemContext): GeneratedItem {
  const id = world.userId(user);
  const created = world.timeBefore(user);
  const item: Record<string, unknown> = { id };
  if (random.chance(0.7)) item["role"] = random.pick(builtInRoles.slice(0, 5));
  item["name"] = `${id[0]!.toUpperCase()}${id.slice(1).replace("-", " ")}`;
  if (random.chance(0.6)) item["image"] = `https://example.com/faces/${user}.png`;
  if (random.chance(0.1)) item["invisible"] = random.chance(0.5);
  if (random.chance(0.3)) item["language"] = random.pick(["en", "pt", "ar", "ja", null]);
  if (random.chance(0.1)) {
    item["teams"] = ["red", "blue"].slice(random.below(2));
    if (random.chance(0.5)) item["teams_role"] = { blue: "admin", red: "user" };
  }
  if (random.chance(0.1)) {
    const channel = world.channel(random.below(world.activeChannels));
    item["channel_mutes"] = [world.cid(channel)];
  }
  if (random.chance(0.1)) item["user_mutes"] = [world.activeUser(user + 1)];
  if (random.chance(0.1)) item["blocked_user_ids"] = [world.activeUser(user + 2)];
  if (random.chance(0.15)) {
    item["privacy_settings"] = {
      delivery_receipts: { enabled: random.chance(0.5) },
      typing_indicators: { enabled: random.chance(0.5) },
      read_receipts: { enabled: random.chance(0.5) },
    };
  }
  if (random.chance(0.1)) {
    item["push_preferences"] = {
      chat_level: random.pick(["all", "mentions", "none"]),
      disabled_until: timeText(created, random),
    };
  }
  if (random.chance(0.08)) {
    item["push_notifications"] = {
      disabled: true,
      disabled_until: timeText(created, random),
      disabled_reason: textOf(random, 4),
    };
  }
  if (random.chance(0.9)) item["created_at"] = timeText(created, random);
  if (random.chance(0.3)) item["updated_at"] = timeText(created + 60_000, random);
  if (random.chance(0.05)) item["deactivated_at"] = timeText(created + 120_000, random);
  if (random.chance(0.05)) item["deleted_at"] = timeText(created + 180_000, random);
  if (random.chance(0.3)) Object.assign(item, customData(random));
  const leaf = user > world.outsider;
  return { type: "user", item, leaf };
}
