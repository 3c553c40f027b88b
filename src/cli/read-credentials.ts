import { commandName } from "./command-name.ts";
import { readLogin } from "./login-file.ts";
import { signToken } from "./sign-token.ts";
import { UsageError } from "./usage-error.ts";

/** What a server knows a program by. */
export interface Credentials {
  readonly key: string;
  /** Gives a server token for the next request. */
  readonly token: () => string | Promise<string>;
}

/** How long a token is valid that is signed for a request, in seconds. */
const valid = 300;

/** Reads the credentials for a server: from the environment, CHATFERRY_KEY with CHATFERRY_SECRET, which signs tokens, or CHATFERRY_TOKEN; else those of the login, where it is to this server.
 *
 * @throws UsageError when there are none; LoginFileError */
export async function readCredentials(server: string): Promise<Credentials> {
  const { CHATFERRY_KEY: key, CHATFERRY_SECRET: secret, CHATFERRY_TOKEN: token } = process.env;
  if (key && token) return { key, token: () => token };
  if (key && secret) return { key, token: () => signToken({ server: true }, secret, valid) };
  const login = key || token || secret ? undefined : await readLogin();
  // What opens one server is shown to no other.
  if (login?.url === server) return { key: login.key, token: () => login.token };
  throw new UsageError(
    `nothing says who you are to ${server}; run ${commandName} login --server ${server}, or set CHATFERRY_KEY and CHATFERRY_SECRET (or CHATFERRY_TOKEN) to those of an app's key`,
  );
}
