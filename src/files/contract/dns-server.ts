import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { isIPv6 } from "node:net";
import type { Resolve } from "../download/guarded-connector.ts";

/** A DNS server for tests, and a lookup that asks it. */
export interface DnsServer extends AsyncDisposable {
  readonly resolve: Resolve;
  /** How often a name was looked up. */
  readonly lookups: (host: string) => number;
}

/** Starts it on a port of this machine.
 *
 * @param answers the addresses of a name, by how often it was looked up before; undefined: there is no such name */
export async function dnsServer(
  answers: (host: string, before: number) => readonly string[] | undefined,
): Promise<DnsServer> {
  const socket = createSocket("udp4");
  const counts = new Map<string, number>();
  socket.on("message", (query, { port, address }) => {
    socket.send(
      answerTo(query, (host) => answers(host, (counts.get(host) ?? 1) - 1)),
      port,
      address,
    );
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    async resolve(host) {
      counts.set(host, (counts.get(host) ?? 0) + 1);
      const [four, six] = await Promise.allSettled([
        resolver.resolve4(host),
        resolver.resolve6(host),
      ]);
      const found = [four, six].flatMap((asked) =>
        asked.status === "fulfilled" ? asked.value : [],
      );
      if (found.length === 0 && four.status === "rejected") throw four.reason;
      return found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    },
    lookups: (host) => counts.get(host) ?? 0,
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

/** The answer to a query of one name. Source: RFC 1035 section 4. */
function answerTo(
  query: Buffer,
  addresses: (host: string) => readonly string[] | undefined,
): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (; query[at]! > 0; at += query[at]! + 1) {
    labels.push(query.toString("latin1", at + 1, at + 1 + query[at]!));
  }
  const [type, end] = [query.readUInt16BE(at + 1), at + 5];
  const known = addresses(labels.join("."));
  const records = (known ?? [])
    .filter((address) => (type === 28) === isIPv6(address))
    .map((address) => record(type, bytesOf(address)));
  const head = Buffer.from(query.subarray(0, end));
  head.writeUInt16BE(known === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...records]);
}

/** A record about the name in the question, that nobody is to keep. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length]);
  return Buffer.concat([head, data]);
}

function bytesOf(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split(".").map(Number));
  const hex = URL.parse(`http://[${address}]`)!.hostname.slice(1, -1);
  const [left = [], tail = []] = hex.split("::").map((half) => half.split(":").filter(Boolean));
  const missing = Array.from({ length: 8 - left.length - tail.length }, () => "0");
  const parts = [...left, ...missing, ...tail].map((part) => Number.parseInt(part, 16));
  return Buffer.from(parts.flatMap((part) => [part >> 8, part & 255]));
}
