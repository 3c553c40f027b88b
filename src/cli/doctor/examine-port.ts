import { isIPv6 } from "node:net";
import { openClient } from "../../client/index.ts";
import { listen } from "../../server/index.ts";
import type { Settings } from "../../server/settings/index.ts";
import type { Finding } from "./finding.ts";

/** Whether `serve` could listen where its settings say, or does so already. */
export async function examinePort({ host, port }: Settings): Promise<Finding> {
  const name = "port";
  const place = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  try {
    await using _listening = await listen({ fetch: async () => new Response() }, { host, port });
    return { name, verdict: "fine", text: `${place} is free`, fix: null };
  } catch (error) {
    if (!(error instanceof Error) || !("fix" in error)) throw error;
    if (await answers(`http://${place}`)) {
      return { name, verdict: "fine", text: `a server of Chatferry runs at ${place}`, fix: null };
    }
    return { name, verdict: "wrong", text: error.message, fix: String(error.fix) };
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await openClient({ url, key: "" }).getHealth();
    return true;
  } catch {
    return false;
  }
}
