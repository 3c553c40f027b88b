import { password, text } from "@clack/prompts";
import { type AccountClient, openAccountClient } from "../client/index.ts";
import { UsageError } from "./usage-error.ts";

/** An account that is signed in. Disposing of it signs out. */
interface SignedIn extends AsyncDisposable {
  readonly client: AccountClient;
}

/** Signs in to a server for one command, with CHATFERRY_EMAIL and CHATFERRY_PASSWORD or as a person says: what makes apps and keys takes an admin, and no token will do. Nothing is kept.
 *
 * @throws UsageError where nobody can be asked; ApiError */
export async function signIn(server: string): Promise<SignedIn> {
  const email = await given("CHATFERRY_EMAIL", () =>
    text({ message: `The e-mail address of an admin of ${server}?` }),
  );
  const secret = await given("CHATFERRY_PASSWORD", () => password({ message: "The password?" }));
  let cookie = "";
  const client = openAccountClient({
    url: server,
    async fetch(url, init) {
      // As browsers do: writes of a session say which page they are from.
      const headers = new Headers(init.headers);
      headers.set("Origin", new URL(server).origin);
      if (cookie !== "") headers.set("Cookie", cookie);
      const response = await fetch(url, { ...init, headers });
      const set = response.headers.getSetCookie().map((line) => line.split(";")[0]!);
      if (set.length > 0) cookie = set.join("; ");
      return response;
    },
  });
  await client.signIn(email, secret);
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.signOut();
    },
  };
}

async function given(
  variable: string,
  question: () => Promise<string | symbol | undefined>,
): Promise<string> {
  const known = process.env[variable];
  if (known) return known;
  if (!(process.stdin.isTTY && process.stderr.isTTY)) {
    throw new UsageError(
      `it takes an admin of the server, and nobody can be asked here; set CHATFERRY_EMAIL and CHATFERRY_PASSWORD`,
    );
  }
  const answer = await question();
  if (typeof answer !== "string") throw new UsageError("nobody signed in; nothing was changed");
  return answer;
}
