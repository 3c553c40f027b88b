import { signToken } from "./sign-token.ts";
import { UsageError } from "./usage-error.ts";

/** What a server knows a program by. */
export interface Credentials {
  readonly key: string;
  /** Gives a server token for the next request. */
  readonly token: () => Promise<string>;
}

/** How long a token is valid that is signed for a request, in seconds. */
const valid = 300;

/** Reads the credentials for a server from the environment: CHATFERRY_KEY, with CHATFERRY_SECRET, which signs tokens, or CHATFERRY_TOKEN.
 *
 * @throws UsageError when there are none */
export async function readCredentials(server: string): Promise<Credentials> {
  const { CHATFERRY_KEY: key, CHATFERRY_SECRET: secret, CHATFERRY_TOKEN: token } = process.env;
  if (!key || !(secret || token)) {
    throw new UsageError(
      `nothing says who you are to ${server}; set CHATFERRY_KEY and CHATFERRY_SECRET (or CHATFERRY_TOKEN) to those of an app's key`,
    );
  }
  return {
    key,
    token: async () => token || (await signToken({ server: true }, secret!, valid)),
  };
}
