import { customData, lookalike } from "../custom-data.ts";
import type { MessageHistory } from "../message-history.ts";
import { messageText, textOf } from "../text.ts";
import { timeText } from "../time.ts";
import type { Channel } from "../world.ts";
import { attachment } from "./attachment.ts";
import { channelReference } from "./channel-reference.ts";
import type { ItemContext } from "./item-context.ts";

/** The member that writes: the first of a channel write most. */
function author(channel: Channel, { world, random }: ItemContext): string {
  const draw = random.next();
  return world.userId(world.member(channel, Math.floor(draw * draw * channel.writers)));
}

/** A message by number that has nothing but what every message has; what faults are planted in. */
export function plainMessage(
  message: number,
  channel: Channel,
  context: ItemContext,
): Record<string, unknown> {
  const { world, random } = context;
  return {
    id: world.messageId(message),
    ...channelReference(channel, world, random.chance(0.3)),
    user: author(channel, context),
    text: textOf(random, 1 + random.below(12)),
    created_at: timeText(world.messageTime(message), random),
  };
}

/** A message of any kind by number, which may name those that `history` holds, and is remembered there. */
export function anyMessage(
  message: number,
  channel: Channel,
  history: MessageHistory,
  context: ItemContext,
): Record<string, unknown> {
  const { world, random } = context;
  const item: Record<string, unknown> = {
    id: world.messageId(message),
    ...channelReference(channel, world, random.chance(0.3)),
    user: author(channel, context),
    text: messageText(random),
  };
  const sent = world.messageTime(message);
  const parent = random.chance(0.15) ? history.root(channel.number, random) : undefined;
  const quoted = random.chance(0.04) ? history.root(channel.number, random) : undefined;
  if (quoted !== undefined) item["quoted_message_id"] = world.messageId(quoted);
  if (parent !== undefined) {
    item["parent_id"] = world.messageId(parent);
    if (random.chance(0.9)) item["type"] = "reply";
    if (random.chance(0.25)) item["show_in_channel"] = random.chance(0.7);
  } else if (random.chance(0.4)) {
    const draw = random.next();
    item["type"] = draw < 0.97 ? "regular" : draw < 0.995 ? "system" : "blocked";
  }
  item["created_at"] = timeText(sent, random);
  if (random.chance(0.1)) {
    item["attachments"] = Array.from({ length: 1 + random.below(3) }, () => attachment(random));
    if (random.chance(0.3)) delete item["text"];
  }
  if (random.chance(0.4)) addRareFields(item, sent, channel, context);

  if (random.chance(0.01)) {
    item["type"] = "deleted";
    item["deleted_at"] = timeText(sent + 60_000, random);
    if (random.chance(0.5)) delete item["text"];
    history.deleted = message;
  } else if (random.chance(0.005)) {
    delete item["id"];
  } else if (parent === undefined) {
    history.addRoot(channel.number, message);
  } else {
    history.addReply(channel.number, message);
  }
  return item;
}

function addRareFields(
  item: Record<string, unknown>,
  sent: number,
  channel: Channel,
  { world, random }: ItemContext,
): void {
  const member = () => world.userId(world.member(channel, random.below(channel.size)));
  if (random.chance(0.2)) item["mentioned_users_ids"] = [member()];
  if (random.chance(0.05)) item["html"] = `<p>${textOf(random, 8)}</p>`;
  if (random.chance(0.02)) item["restricted_visibility"] = [member(), member()];
  if (random.chance(0.2)) item["updated_at"] = timeText(sent + 1000, random);
  if (random.chance(0.03)) {
    item["pinned_at"] = timeText(sent + 2000, random);
    item["pinned_by_id"] = member();
    if (random.chance(0.5)) item["pin_expires"] = timeText(sent + 86_400_000, random);
  }
  if (random.chance(0.2)) Object.assign(item, customData(random));
  if (random.chance(0.005)) item["forwarded"] = lookalike(random);
}
