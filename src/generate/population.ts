import { channelItem } from "./items/channel.ts";
import { deviceItem } from "./items/device.ts";
import { futureChannelBanItem } from "./items/future-channel-ban.ts";
import type { GeneratedItem, ItemContext } from "./items/item-context.ts";
import { memberItem } from "./items/member.ts";
import { userItem } from "./items/user.ts";

/** Everything that messages refer to: users, devices, bans, channels, members, in the order that the current format asks for. */
export function* population(context: ItemContext): Generator<GeneratedItem> {
  const { world, random } = context;
  for (let user = 0; user < world.users; user++) yield userItem(user, context);
  for (let user = 0; user < world.activeUsers; user++) {
    for (let left = random.below(3); left > 0; left--) yield deviceItem(user, context);
  }
  const bans = 1 + Math.floor(world.activeUsers / 20);
  for (let user = 0; user < bans; user++) yield futureChannelBanItem(user, context);
  for (let number = 0; number < world.channels; number++) yield channelItem(number, context);
  for (let number = 0; number < world.activeChannels; number++) {
    const channel = world.channel(number);
    for (let index = 0; index < channel.size; index++) {
      yield memberItem(channel, index, context);
    }
  }
}
