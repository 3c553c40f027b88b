import ipaddr from "ipaddr.js";

/** Addresses that are public by their number and serve the machines of one cloud alone: Azure's metadata and DNS. */
const inside: ReadonlySet<string> = new Set(["168.63.129.16"]);

const everywhere = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether a download may go to an address: one of the public internet. Refused are private, loopback, link-local, shared, documentation, benchmarking, multicast and reserved ones, tunnels and translations that carry an IPv4 address somewhere else, and whatever is no address. An IPv4 address mapped into IPv6 counts as what it is. Source: the special-purpose address registries of IANA. */
export function mayBeAsked(text: string): boolean {
  // Four decimal parts or IPv6: the other notations are the URL's to read, and come here read.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text).range() === "unicast" && !inside.has(text);
  }
  if (!ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.IPv6.parse(text);
  if (address.isIPv4MappedAddress()) return mayBeAsked(address.toIPv4Address().toString());
  return address.range() === "unicast" && address.match(everywhere) && !isIsatap(address);
}

/** ISATAP puts an IPv4 address into the last half of any prefix. Source: RFC 5214. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4]! & 0xfdff) === 0 && parts[5] === 0x5efe;
}
