import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs what a URL says, so that whoever has it can change nothing in it.
 *
 * @param purpose keeps URLs of one kind from being used as another
 * @returns base64url */
export function sign(secret: Uint8Array, purpose: string, ...said: readonly string[]): string {
  const text = JSON.stringify([purpose, ...said]);
  return createHmac("sha256", secret).update(text).digest("base64url");
}

/** Whether that is what was signed. Takes the same time for all that was not. */
export function isSigned(
  given: string,
  secret: Uint8Array,
  purpose: string,
  ...said: readonly string[]
): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(sign(secret, purpose, ...said))];
  return one.length === other.length && timingSafeEqual(one, other);
}
