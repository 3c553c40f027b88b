import { isIPv6 } from "node:net";

/** The address that a request comes from: the one that is connected, or the one that the outermost proxy of ours was called from. Of an IPv6 address the network (64 bits), as whoever has one has all of it.
 *
 * @param connected the address of the connection
 * @param forwarded the header X-Forwarded-For
 * @param proxies how many proxies of ours stand in front */
export function clientAddress(
  connected: string,
  forwarded: string | null,
  proxies: number,
): string {
  const passed = forwarded?.split(",").map((address) => address.trim()) ?? [];
  const address = proxies > 0 ? (passed.at(-proxies) ?? passed[0] ?? connected) : connected;
  if (!isIPv6(address)) return address.slice(0, 64);
  if (address.startsWith("::ffff:")) return address.slice(7);
  const [head = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean).slice(0, 4);
  return `${groups.concat("0", "0", "0", "0").slice(0, 4).join(":")}::/64`;
}
