import { hash, randomBytes } from "node:crypto";
import type { Accounts } from "../../store/index.ts";

/** How long a link holds, in milliseconds: a day. */
const length = 86_400_000;

/** A link that works once. */
export interface Link {
  readonly url: string;
  /** Canonical time. */
  readonly expiresAt: string;
}

/** What is kept of a link's token. */
export function linkHash(token: string): string {
  return hash("sha256", token, "hex");
}

/** Makes a link: to set the password of an account, or to make the first account. Its token stands behind a `#`, so that no server and no proxy logs it.
 *
 * @param account the id of the account; null: the first one is to be made
 * @param origin of the server, as others reach it */
export async function makeLink(
  accounts: Accounts,
  account: string | null,
  origin: string,
): Promise<Link> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = await accounts.createLink(linkHash(token), account, length);
  const path = account === null ? "setup" : "reset-password";
  return { url: `${origin}/dashboard/${path}#token=${token}`, expiresAt };
}
