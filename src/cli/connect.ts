import { type Command, Option } from "commander";
import { type Client, openClient } from "../client/index.ts";
import { locationOf } from "./location-of.ts";
import { readLogin } from "./login-file.ts";
import { readCredentials } from "./read-credentials.ts";
import { readableLocation } from "./readable-location.ts";
import { serverAddress } from "./server-address.ts";
import { UsageError } from "./usage-error.ts";

/** The API, of a server or of a folder. Disposing of it lets go of the folder. */
export interface Connected extends AsyncDisposable {
  readonly client: Client;
  /** What the next command must be given to work there, too; begins with a space, or is empty. */
  readonly again: string;
  /** Has what was uploaded to a folder checked and loaded by this process too, so that a command that waits for it does not wait for a server. */
  readonly work: () => void;
}

/** Adds the flags by which a person says where a command works, and on which app. */
export function withConnectOptions(command: Command): Command {
  return withPlaceOptions(command).option(
    "--app <name>",
    "app of the folder to work on (default: default)",
  );
}

/** Who one is to a server: a program, or an admin, see sign-in.ts. */
const identities = {
  program: "as you are logged in there, or with CHATFERRY_KEY and CHATFERRY_SECRET",
  admin: "as an admin, with CHATFERRY_EMAIL and CHATFERRY_PASSWORD, or as you are asked",
} as const;

/** The server that a command works on. */
export function serverOption(as: keyof typeof identities = "program"): Option {
  return new Option("--server <url>", `work on a server, ${identities[as]}`).env("CHATFERRY_URL");
}

/** Adds the flags by which a person says where a command works. */
export function withPlaceOptions(
  command: Command,
  as: keyof typeof identities = "program",
): Command {
  return command
    .addOption(serverOption(as))
    .addOption(
      new Option("--data <dir>", "work on the folder of a store, without a server").env(
        "CHATFERRY_DATA",
      ),
    );
}

/** A server, or a folder and an app in it. */
type Place = { readonly server: string } | { readonly folder: string; readonly app: string };

/** Tells where a command works: on the server or in the folder that a flag names, else on the server or in the folder that the environment names, else in the folder `data`.
 *
 * @param login a server that is before the folder `data`
 * @throws UsageError when flags contradict each other */
export function placeOf(command: Command, login?: string): Place {
  const place = adminPlaceOf(command, login);
  if ("server" in place && command.getOptionValueSource("app") === "cli") {
    throw new UsageError(
      `--app is for folders; on the server ${place.server}, the key tells the app`,
    );
  }
  return place;
}

/** As {@link placeOf}, for a command that names an app on servers too: an admin may work on any. */
export function adminPlaceOf(command: Command, login?: string): Place {
  const { server, data, app } = command.opts<{ server?: string; data?: string; app?: string }>();
  const flag = (name: string) => command.getOptionValueSource(name) === "cli";
  if (flag("server") && flag("data")) {
    throw new UsageError("--server and --data name two places; give one of them");
  }
  const named = server && !flag("data") ? server : data ? undefined : login;
  if (named === undefined) return { folder: data || "data", app: app ?? "default" };
  return { server: serverAddress(named, flag("server") ? "--server" : "CHATFERRY_URL") };
}

/** Connects to where a command works, see {@link placeOf}; the server of the login is before the folder `data`.
 *
 * @param makes whether a folder without a store gets one
 * @throws UsageError; StoreError of a folder, NoStoreError; what keeps credentials from being read */
export async function connect(command: Command, makes = false): Promise<Connected> {
  const { data, server } = command.opts<{ server?: string; data?: string }>();
  const login = data || server ? undefined : await readLogin();
  const place = placeOf(command, login?.url);
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
  const location = makes ? locationOf(place.folder) : readableLocation(place.folder);
  // Loaded here: commands that need no more than a place start without it.
  const { openLocalServer } = await import("../server/index.ts");
  const local = await openLocalServer(location, place.app);
  return {
    client: openClient({ url: "http://local", key: "", fetch: local.fetch }),
    again,
    work: local.work,
    [Symbol.asyncDispose]: () => local[Symbol.asyncDispose](),
  };
}
