import { password, text } from "@clack/prompts";
import { type Command, Option } from "commander";
import { ApiError, openClient } from "../client/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { exitCode } from "./exit-code.ts";
import { loginPath, writeLogin } from "./login-file.ts";
import { printable } from "./printable.ts";
import { serverAddress } from "./server-address.ts";
import { signToken } from "./sign-token.ts";
import { UsageError } from "./usage-error.ts";

/** How long the token is valid that is signed with a secret and kept, in seconds: 90 days. */
const valid = 90 * 86_400;

/** `chatferry login`: keeps a server and who one is to it. */
export function addLogin(program: Command): void {
  program
    .command("login")
    .summary("keep a server's address and a token for it, for upload and imports")
    .description(
      "Asks for a server, an API key and its secret, tries them, and keeps the address, the key and a\ntoken of 90 days, signed with the secret, in a file that only you can read. The secret is not kept.",
    )
    .addOption(new Option("--server <url>", "its address").env("CHATFERRY_URL"))
    .addHelpText(
      "after",
      `
Examples:
  chatferry login --server https://chat.example.com
  CHATFERRY_KEY=... CHATFERRY_SECRET=... chatferry login --server https://chat.example.com

What CHATFERRY_KEY, CHATFERRY_SECRET and CHATFERRY_TOKEN hold is not asked for. Removing the file logs out.`,
    )
    .action(login);
}

async function login({ server }: { readonly server?: string }): Promise<void> {
  const { CHATFERRY_KEY, CHATFERRY_SECRET, CHATFERRY_TOKEN } = process.env;
  const example = "http://127.0.0.1:8787";
  const given =
    server ||
    (await ask("--server", () => text({ message: "The server's address?", placeholder: example })));
  if (given === undefined) return cancelled();
  const url = serverAddress(given, "The server");
  const key =
    CHATFERRY_KEY || (await ask("CHATFERRY_KEY", () => text({ message: "The API key?" })));
  if (key === undefined) return cancelled();
  let token = CHATFERRY_TOKEN;
  if (!token) {
    const secret =
      CHATFERRY_SECRET ||
      (await ask("CHATFERRY_SECRET", () => password({ message: "Its secret?" })));
    if (secret === undefined) return cancelled();
    token = await signToken({ server: true }, secret, valid);
  }
  const app = openClient({ url, key, token: () => token }).getApp();
  const { name, mode } = await app.catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === "token_signature")) throw error;
    throw new UsageError(
      `the ${CHATFERRY_TOKEN ? "token is not signed with the secret" : "secret is not that"} of the key ${key}; give the one that was shown when the key was made, or make another key: ${commandName} keys create`,
    );
  });
  await writeLogin({ url, key, token });
  console.log(
    `${pc.green("✓")} Logged in to the app ${pc.bold(printable(name))} (${mode} mode) at ${pc.bold(url)}.\n  kept in ${printable(loginPath())}\n  next: ${pc.bold(`${commandName} upload your-export.json --watch`)}`,
  );
}

function cancelled(): void {
  process.exitCode = exitCode.interrupted;
  console.log("Nothing was kept.");
}

/** Asks where there is somebody to ask; undefined when they do not want to say.
 *
 * @param source by what it may be given instead */
async function ask(
  source: string,
  question: () => Promise<string | symbol | undefined>,
): Promise<string | undefined> {
  if (!(process.stdin.isTTY && process.stdout.isTTY)) {
    throw new UsageError(`nobody can be asked here; give it by ${source}`);
  }
  const answer = await question();
  return typeof answer === "symbol" ? undefined : (answer ?? "");
}
