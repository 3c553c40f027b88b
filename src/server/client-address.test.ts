import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test.for([
  ["192.0.2.1", null, 0, "192.0.2.1"],
  ["192.0.2.1", "203.0.113.5", 0, "192.0.2.1"],
  ["192.0.2.1", "spoofed, 203.0.113.5", 1, "203.0.113.5"],
  ["192.0.2.1", "spoofed, 203.0.113.5, 198.51.100.1", 2, "203.0.113.5"],
  ["192.0.2.1", null, 1, "192.0.2.1"],
  ["::ffff:192.0.2.1", null, 0, "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", null, 0, "2001:db8:1:2::/64"],
  ["2001:db8::6", null, 0, "2001:db8:0:0::/64"],
  ["::1", null, 0, "0:0:0:0::/64"],
] as const)("%s, forwarded %s, behind %i proxies is %s", ([connected, forwarded, proxies, is]) => {
  expect(clientAddress(connected, forwarded, proxies)).toBe(is);
});
