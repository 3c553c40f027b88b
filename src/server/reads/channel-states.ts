import type { ChannelDetails, ChannelDetailsQuery, PresentedItem } from "../../store/index.ts";
import { presentChannelState } from "../wire/channel-state.ts";
import type { Reading } from "./reading.ts";
import { relatedTo } from "./related.ts";

const nothing: ChannelDetails = { messages: [], pinned: [], members: [], reads: [] };

/** Presents channels with what is in them.
 *
 * @param query how much of them; undefined: the channels alone
 * @param messages what is shown in place of the newest messages */
export async function channelStates(
  reading: Reading,
  channels: readonly PresentedItem[],
  query: ChannelDetailsQuery | undefined,
  messages?: ChannelDetails["messages"],
): Promise<readonly object[]> {
  const { store, app, as } = reading;
  const cids = channels.map(({ cid }) => cid as string);
  const read = query && (await store.channelDetails(app, cids, { ...query, ...as }));
  const details = cids.map((cid) => ({
    ...(read?.get(cid) ?? nothing),
    ...(messages && { messages }),
  }));
  const related = await relatedTo(reading, {
    channels,
    messages: details.flatMap(({ messages, pinned }) => [...messages, ...pinned]),
    members: details.flatMap(({ members, membership }) => [
      ...members,
      ...(membership ? [membership] : []),
    ]),
    users: details.flatMap(({ reads }) => reads.map(({ userId }) => userId)),
  });
  return channels.map((channel, i) => presentChannelState(channel, details[i]!, related));
}
