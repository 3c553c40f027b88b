import * as z from "zod";
import type { ChannelUnread } from "../../store/index.ts";

/** Most channels that are listed. */
const most = 100;

const counts = z.record(z.string(), z.int());

/** What a user has not read: the 100 channels with the latest messages, and the totals of all. `channel_id` is a cid. Imports do not say how far threads were read: none is unread. Source: http-api section 6.7. */
export const unreadCountsSchema = z
  .object({
    total_unread_count: z.int(),
    total_unread_threads_count: z.literal(0),
    channels: z.array(
      z.object({ channel_id: z.string(), unread_count: z.int(), last_read: z.iso.datetime() }),
    ),
    channel_type: z.array(
      z.object({ channel_type: z.string(), channel_count: z.int(), unread_count: z.int() }),
    ),
    threads: z.array(z.never()),
    total_unread_count_by_team: counts,
  })
  .meta({ id: "UnreadCounts" });

/** Presents what a user has not read.
 *
 * @param unread the channel with the latest message first */
export function presentUnreadCounts(
  unread: readonly ChannelUnread[],
): z.infer<typeof unreadCountsSchema> {
  const byType = Map.groupBy(unread, ({ cid }) => cid.slice(0, cid.indexOf(":")));
  const byTeam = Map.groupBy(
    unread.filter(({ team }) => team !== null),
    ({ team }) => team!,
  );
  return {
    total_unread_count: sum(unread),
    total_unread_threads_count: 0,
    channels: unread.slice(0, most).map(({ cid, count, lastRead }) => ({
      channel_id: cid,
      unread_count: count,
      last_read: lastRead,
    })),
    channel_type: Array.from(byType, ([channel_type, channels]) => ({
      channel_type,
      channel_count: channels.length,
      unread_count: sum(channels),
    })),
    threads: [],
    total_unread_count_by_team: Object.fromEntries(
      Array.from(byTeam, ([team, channels]) => [team, sum(channels)]),
    ),
  };
}

function sum(channels: readonly ChannelUnread[]): number {
  return channels.reduce((total, { count }) => total + count, 0);
}
