import { customData } from "../custom-data.ts";
import { textOf } from "../text.ts";
import { timeText } from "../time.ts";
import type { GeneratedItem, ItemContext } from "./item-context.ts";

/** The item of a channel by number. */
export function channelItem(number: number, { world, random }: ItemContext): GeneratedItem {
  const channel = world.channel(number);
  const created = world.timeBefore(number);
  const item: Record<string, unknown> = { type: channel.type };
  if (channel.id === undefined) item["member_ids"] = world.memberIds(channel);
  else item["id"] = channel.id;
  item["created_by"] = world.userId(world.member(channel, 0));
  if (random.chance(0.7)) item["name"] = textOf(random, 2);
  if (random.chance(0.1)) item["frozen"] = random.chance(0.5);
  if (random.chance(0.1)) item["disabled"] = random.chance(0.5);
  if (random.chance(0.1)) item["team"] = random.pick(["red", "blue"]);
  if (random.chance(0.9)) item["created_at"] = timeText(created, random);
  if (random.chance(0.3)) item["updated_at"] = timeText(created + 1000, random);
  if (random.chance(0.05)) item["truncated_at"] = timeText(created + 2000, random);
  if (random.chance(0.1)) {
    const banned = random.below(1000);
    item["banned_users"] = [world.activeUser(banned), world.activeUser(banned + 1)];
  }
  if (random.chance(0.3)) Object.assign(item, customData(random));
  return { type: "channel", item, channel: number, leaf: number >= world.activeChannels };
}
