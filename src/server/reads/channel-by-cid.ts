import type { PresentedItem } from "../../store/index.ts";
import { channelNotFound } from "./channel-not-found.ts";
import type { Reading } from "./reading.ts";

/** A channel that is there for the one who reads. Throws what {@link channelNotFound} gives. */
export async function channelByCid(reading: Reading, cid: string): Promise<PresentedItem> {
  const { store, app, as } = reading;
  const channel = (await store.channelsById(app, [cid], as.viewer)).get(cid);
  if (channel === undefined) throw await channelNotFound(reading, cid);
  return channel;
}
