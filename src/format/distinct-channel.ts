import { sha512_256 } from "@noble/hashes/sha2.js";

/** The id of the distinct channel with these members: `!members-` and the base64url of SHA-512/256 over the sorted, de-duplicated ids joined by commas; 52 characters. The order of the ids does not matter.
 *
 * Source: the offline validator of the hosted service. User ids are ASCII, so sorting by UTF-16 unit is sorting by byte. */
export function distinctChannelId(memberIds: readonly string[]): string {
  const members = [...new Set(memberIds)].sort().join(",");
  const digest = sha512_256(new TextEncoder().encode(members));
  const base64 = btoa(String.fromCharCode(...digest));
  return `!members-${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}
