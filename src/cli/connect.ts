import { type Command, Option } from "commander";
import { type Client, openClient } from "../client/index.ts";
import { openLocalServer } from "../server/index.ts";
import { readCredentials } from "./read-credentials.ts";
import { UsageError } from "./usage-error.ts";

/** The API, of a server or of a folder. Disposing of it lets go of the folder. */
export interface Connected extends AsyncDisposable {
  readonly client: Client;
  /** What the next command must be given to work there, too; begins with a space, or is empty. */
  readonly again: string;
  /** Has what was uploaded to a folder checked and loaded by this process too, so that a command that waits for it does not wait for a server. */
  readonly work: () => void;
}

/** Adds the flags by which a person says where a command works. */
export function withConnectOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--server <url>", "work on a server, with the key of CHATFERRY_KEY").env(
        "CHATFERRY_URL",
      ),
    )
    .addOption(
      new Option(
        "--data <dir>",
        "work on the folder of a store, without a server (default: data)",
      ).env("CHATFERRY_DATA"),
    )
    .option("--app <name>", "app of the folder to work on (default: default)");
}

/** Tells where a command works: on the server or in the folder that a flag names, else on the server or in the folder that the environment names, else in the folder `data`.
 *
 * @returns the address of the server, or the folder and the app in it
 * @throws UsageError when flags contradict each other */
function placeOf(
  command: Command,
): { readonly server: string } | { readonly folder: string; readonly app: string } {
  const { server, data, app } = command.opts<{ server?: string; data?: string; app?: string }>();
  const flag = (name: string) => command.getOptionValueSource(name) === "cli";
  if (flag("server") && flag("data")) {
    throw new UsageError("--server and --data name two places; give one of them");
  }
  if (!server || flag("data")) return { folder: data || "data", app: app ?? "default" };
  if (app !== undefined) {
    throw new UsageError("--app is for folders; on a server, the key tells the app");
  }
  if (/^https?:\/\/[^/]/.test(server) && URL.canParse(server)) return { server };
  throw new UsageError(
    `${flag("server") ? "--server" : "CHATFERRY_URL"} is no address; give one like https://chat.example.com`,
  );
}

/** Connects to where a command works, see {@link placeOf}.
 *
 * @throws UsageError; StoreError of a folder; what keeps credentials from being read */
export async function connect(command: Command): Promise<Connected> {
  const place = placeOf(command);
  const again = Object.entries(command.opts<Record<string, string>>())
    .filter(([name]) => ["server", "data", "app"].includes(name))
    .filter(([name]) => command.getOptionValueSource(name) === "cli")
    .map(([name, value]) => ` --${name} ${/^[\w:/.@-]+$/.test(value) ? value : `'${value}'`}`)
    .join("");
  if ("server" in place) {
    const { key, token } = await readCredentials(place.server);
    return {
      client: openClient({ url: place.server, key, token }),
      again,
      work: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const local = await openLocalServer(place.folder, place.app);
  return {
    client: openClient({ url: "http://local", key: "", fetch: local.fetch }),
    again,
    work: local.work,
    [Symbol.asyncDispose]: () => local[Symbol.asyncDispose](),
  };
}
