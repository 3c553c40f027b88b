import type { GeneratedItem, ItemContext } from "./items/item-context.ts";
import { anyMessage, plainMessage } from "./items/message.ts";
import { reactionItem } from "./items/reaction.ts";
import type { MessageHistory } from "./message-history.ts";

/** Messages in the order of time, without end, each followed by its reactions. Where `toBreak` says that the next item is to be made wrong, it gives a plain one that nothing will refer to. */
export function* conversation(
  history: MessageHistory,
  toBreak: () => boolean,
  context: ItemContext,
): Generator<GeneratedItem> {
  const { world, random } = context;
  for (let message = 0; ; message++) {
    const draw = random.next();
    const channel = world.channel(Math.floor(draw * draw * draw * world.activeChannels));
    if (toBreak()) {
      const item = plainMessage(message, channel, context);
      yield { type: "message", item, channel: channel.number, leaf: true };
      continue;
    }
    const item = anyMessage(message, channel, history, context);
    yield { type: "message", item, leaf: false };
    if (item["type"] === "deleted" || item["id"] === undefined || !random.chance(0.15)) continue;

    const reactions = Math.min(channel.size, Math.floor(1 / Math.sqrt(1 - random.next())));
    const first = random.below(channel.size);
    for (let i = 0; i < reactions; i++) {
      const user = world.member(channel, (first + i) % channel.size);
      yield { type: "reaction", item: reactionItem(message, user, context), leaf: true };
    }
  }
}
