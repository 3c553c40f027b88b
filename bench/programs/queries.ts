// Asks a store the same questions over and over, and prints how long the answers took, in milliseconds. Words: the folder of the store.
import { openStore, type Store } from "../../src/store/index.ts";

const app = "default";
const questions = 1000;
const warmUp = 100;

interface Channel {
  readonly cid: string;
  readonly members: number;
  readonly messages: number;
}

const [folder] = process.argv.slice(2) as [string];
await using store = await openStore({ folder });
const channels = await allChannels(store);
const crowded = channels.filter(({ members }) => members >= 100);
const newest = await time(channels, ({ cid }) => store.messages(app, cid, { limit: 25 }));
const unread = await time(crowded, ({ cid }) => store.members(app, cid, { limit: 100 }));
const messages = channels.reduce((sum, channel) => sum + channel.messages, 0);
console.log(JSON.stringify({ newest, unread, messages, crowded: crowded.length }));

/** The channels with messages, largest first. */
async function allChannels(store: Store): Promise<Channel[]> {
  const found: Channel[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await store.channels(app, { limit: 300, ...(cursor ? { cursor } : {}) });
    for (const item of page.items) {
      const { cid, member_count: members, message_count: messages } = item;
      found.push({ cid: String(cid), members: Number(members), messages: Number(messages) });
    }
    cursor = page.next;
  }
  return found.filter(({ messages }) => messages > 0).sort((a, b) => b.messages - a.messages);
}

/** Asks about every channel in turn, so that large ones, where most people are, come as often as small ones. */
async function time(channels: readonly Channel[], ask: (channel: Channel) => Promise<unknown>) {
  const taken: number[] = [];
  for (let i = 0; i < warmUp + questions; i++) {
    const channel = channels[i % channels.length]!;
    const began = performance.now();
    await ask(channel);
    if (i >= warmUp) taken.push(performance.now() - began);
  }
  taken.sort((a, b) => a - b);
  return { p50: taken[questions / 2], p99: taken[Math.floor(questions * 0.99)] };
}
