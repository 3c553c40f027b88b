import { setTimeout } from "node:timers/promises";
import type { ApiClient } from "../test/api-client.ts";

/** How long answers took, in milliseconds from when each request was due. */
export interface Answers {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** Requests a second. */
export const perSecond = 100;

/** Asks a service at a steady pace, whether or not it has answered what came before, and waits for the last answer.
 *
 * @param channels their cids, asked about in turn
 * @param goOn asked before each request
 * @throws what the service answers where it is an error */
export async function askSteadily(
  client: ApiClient,
  channels: readonly string[],
  goOn: () => boolean,
): Promise<Answers> {
  const taken: number[] = [];
  const pending: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n === 0 || goOn(); n++) {
    const due = began + (n * 1000) / perSecond;
    await setTimeout(Math.max(0, due - performance.now()));
    const asked = ask(client, channels[n % channels.length]!, n).then(async (response) => {
      await response.arrayBuffer();
      taken.push(performance.now() - due);
    });
    pending.push(asked);
  }
  await Promise.all(pending);
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor(taken.length * share)]!;
  return { count: taken.length, p50: at(0.5), p99: at(0.99) };
}

/** One of the questions that chats begin with, in turn. */
function ask(client: ApiClient, cid: string, n: number): Promise<Response> {
  const [type, id] = cid.split(":") as [string, string];
  const payload = (value: object) => encodeURIComponent(JSON.stringify(value));
  switch (n % 4) {
    case 0:
      return client.call("POST", "/channels", { limit: 10, message_limit: 5, member_limit: 10 });
    case 1:
      return client.call("POST", `/channels/${type}/${id}/query`, {
        messages: { limit: 25 },
        members: { limit: 30 },
      });
    case 2:
      return client.call("GET", `/users?payload=${payload({ limit: 30 })}`);
    default:
      return client.call("GET", `/members?payload=${payload({ type, id, limit: 30 })}`);
  }
}
