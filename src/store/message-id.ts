import { hash } from "node:crypto";

/** The id of a message that has none in the file: a UUID of version 4 in shape, drawn from the fingerprint of the file and the index of the item in it. The same file gives the same ids, so that loading it again doubles nothing. */
export function messageId(fingerprint: string, index: number): string {
  const hex = hash("sha256", `${fingerprint}/${index}`, "hex");
  const variant = "89ab"[parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
