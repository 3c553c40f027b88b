// Asks a store the same questions over and over, and prints how long the answers took, by the clock and in processor time, in milliseconds. Words: the folder of the store.
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
  const cpu: number[] = [];
  for (let i = 0; i < warmUp + questions; i++) {
    const channel = channels[i % channels.length]!;
    const before = process.cpuUsage();
    const began = performance.now();
    await ask(channel);
    if (i < warmUp) continue;
    taken.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const p50 = percentile(taken, 0.5);
  return { p50, p99: percentile(taken, 0.99), cpu99: percentile(cpu, 0.99) };
}

function percentile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * share)]!;
}
