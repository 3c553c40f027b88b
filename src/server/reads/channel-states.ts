import type { ChannelDetails, PresentedItem } from "../../store/index.ts";
import { presentChannelState } from "../wire/channel-state.ts";
import type { Reading } from "./reading.ts";
import { relatedTo } from "./related.ts";

const nothing: ChannelDetails = { messages: [], pinned: [], members: [], reads: [] };

/** Presents channels with what is in them.
 *
 * @param query most messages and members of a channel; undefined: the channels alone
 * @param pages what is shown in place of the newest messages and the first members */
export async function channelStates(
  reading: Reading,
  channels: readonly PresentedItem[],
  query: { readonly messages: number; readonly members: number } | undefined,
  pages: Partial<Pick<ChannelDetails, "messages" | "members">> = {},
): Promise<readonly object[]> {
  const { store, app, as } = reading;
  const cids = channels.map(({ cid }) => cid as string);
  const read = query && (await store.channelDetails(app, cids, { ...query, ...as }));
  const details = cids.map((cid) => ({ ...(read?.get(cid) ?? nothing), ...pages }));
  const related = await relatedTo(reading, {
    channels,
    messages: details.flatMap(({ messages, pinned }) => [...messages, ...pinned]),
    members: details.flatMap(({ members, reads, membership }) => [
      ...members,
      ...reads,
      ...(membership ? [membership] : []),
    ]),
  });
  return channels.map((channel, i) => presentChannelState(channel, details[i]!, related));
}
