import type { Channel, World } from "../world.ts";

/** The fields by which a member or a message names its channel; the members of one without an id come in any order. */
export function channelReference(
  channel: Channel,
  world: World,
  reversed: boolean,
): Record<string, unknown> {
  const { type, id } = channel;
  if (id !== undefined) return { channel_type: type, channel_id: id };
  const ids = world.memberIds(channel);
  return { channel_type: type, channel_member_ids: reversed ? ids.reverse() : ids };
}
