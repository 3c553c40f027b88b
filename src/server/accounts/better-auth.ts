import { hkdfSync } from "node:crypto";
import { betterAuth } from "better-auth";
import type { AccountTables } from "../../store/index.ts";

/** How long a session holds after it was last renewed, in seconds: a week. */
const sessionLength = 604_800;

/** How old a session is when asking who is signed in renews it, in seconds: a day. */
const renewedAfter = 86_400;

/** The library that hashes passwords and keeps sessions, told which tables are whose and what the cookie is like. It is called in this process alone, never by a request. Its log is left out, as it names accounts.
 *
 * @param secret of the server; cookies are signed with one made of it
 * @param origin under which browsers know the server; where that is https, the cookie is for https alone */
export function makeBetterAuth({ db, type }: AccountTables, secret: Uint8Array, origin: string) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    baseURL: origin,
    secret: Buffer.from(hkdfSync("sha256", secret, "", "sessions", 32)).toString("hex"),
    database: { db, type },
    logger: { disabled: true },
    telemetry: { enabled: false },
    // How long passwords are is a matter of `accountInput`.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    user: { modelName: "accounts", fields: { ...times, emailVerified: "email_verified" } },
    account: {
      modelName: "credentials",
      fields: {
        ...times,
        userId: "account",
        accountId: "account_id",
        providerId: "provider_id",
      },
    },
    session: {
      modelName: "sessions",
      expiresIn: sessionLength,
      updateAge: renewedAfter,
      fields: {
        ...times,
        userId: "account",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
    },
    advanced: {
      cookiePrefix: "chatferry",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
      // The tables have what passwords and sessions need, and nothing for other ways to sign in.
      database: { generateId: "uuid", validateSchema: false },
    },
  });
}
