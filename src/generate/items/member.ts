import { customData } from "../custom-data.ts";
import { timeText } from "../time.ts";
import type { Channel } from "../world.ts";
import { channelReference } from "./channel-reference.ts";
import type { GeneratedItem, ItemContext } from "./item-context.ts";

/** The item of the `index`th member of a channel. */
export function memberItem(
  channel: Channel,
  index: number,
  { world, random }: ItemContext,
): GeneratedItem {
  const joined = world.timeBefore(channel.number);
  const item = channelReference(channel, world, random.chance(0.3));
  item["user_id"] = world.userId(world.member(channel, index));
  if (random.chance(0.2))
    item["channel_role"] = random.pick(["channel_member", "channel_moderator"]);
  if (random.chance(0.03)) item["is_moderator"] = random.chance(0.5);
  if (random.chance(0.8)) item["created_at"] = timeText(joined, random);
  if (random.chance(0.6)) {
    item["last_read"] = timeText(world.messageTime(random.below(world.messages)), random);
  }
  if (random.chance(0.1)) {
    item["invited"] = true;
    const answer = random.pick(["accepted", "rejected"]);
    const spelling = random.pick(["invite", "invited"]);
    item[`${spelling}_${answer}_at`] = timeText(joined, random);
  }
  if (random.chance(0.05)) item["hide_channel"] = random.chance(0.5);
  if (random.chance(0.03)) item["hide_messages_before"] = timeText(joined, random);
  if (random.chance(0.03)) item["archived_at"] = timeText(joined, random);
  if (random.chance(0.05)) Object.assign(item, customData(random));
  const leaf = channel.id !== undefined && index >= channel.writers;
  return { type: "member", item, channel: channel.number, leaf };
}
