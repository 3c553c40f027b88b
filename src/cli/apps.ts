import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { openClient } from "../client/index.ts";
import { openImports } from "../imports/index.ts";
import type { App } from "../store/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { adminPlaceOf, placeOf, withPlaceOptions } from "./connect.ts";
import { keyText } from "./key-text.ts";
import { formatOption } from "./options.ts";
import { readCredentials } from "./read-credentials.ts";
import { signIn } from "./sign-in.ts";
import { table } from "./table.ts";
import { locationOf } from "./location-of.ts";
import { mustHaveStore, openExistingStore } from "./open-store.ts";

const modes = ["development", "production"] as const satisfies readonly App["mode"][];
const confirms = ["operator", "uploader", "automatic"] as const satisfies readonly App["confirm"][];

interface Flags {
  readonly format: "text" | "json";
}

/** `chatferry apps …`: the apps of a folder or a server. */
export function addApps(program: Command): void {
  const apps = program
    .command("apps")
    .helpCommand(false)
    .summary("make and list apps, set their mode")
    .description(
      "Apps are tenants: each has its own keys, users, channels and messages.\nOnly apps in development mode take imports.",
    )
    .addHelpText(
      "after",
      `
Examples:
  chatferry apps create shop --mode development
  chatferry apps mode shop production
  chatferry apps confirm shop automatic`,
    );
  const command = (name: string, summary: string, as: "admin" | "program" = "admin") =>
    withPlaceOptions(apps.command(name).summary(summary), as);
  command("create", "make an app and its first key")
    .argument("<name>", "1 to 64 letters, digits, _ or -", appName)
    .addOption(new Option("--mode <mode>", "its mode").choices(modes).default("development"))
    .addOption(formatOption())
    .action(create);
  command("list", "the apps, with their modes; on a server, the app of the key", "program")
    .addOption(formatOption())
    .action(list);
  command("mode", "set the mode of an app")
    .argument("<name>")
    .addArgument(new Argument("<mode>").choices(modes))
    .action((name: string, mode: App["mode"], _flags: object, command: Command) =>
      update(name, { mode }, command),
    );
  command(
    "confirm",
    "set who confirms valid imports: an operator, also who uploaded them, or nobody",
  )
    .argument("<name>")
    .addArgument(new Argument("<who>").choices(confirms))
    .action((name: string, confirm: App["confirm"], _flags: object, command: Command) =>
      update(name, { confirm }, command),
    );
}

async function create(
  name: string,
  { mode, format }: Flags & { readonly mode: App["mode"] },
  command: Command,
): Promise<void> {
  const place = adminPlaceOf(command);
  const { key, secret } =
    "server" in place
      ? await createOn(place.server, name, mode)
      : await createIn(place.folder, name, mode);
  if (format === "json") return console.log(JSON.stringify({ name, key, secret }, undefined, 2));
  console.log(`Made the app ${pc.bold(name)} in ${mode} mode.\n\n${keyText({ key, secret })}

${pc.bold("Try next:")}
  ${commandName} token --app ${name}`);
}

async function createIn(folder: string, name: string, mode: App["mode"]) {
  await using imports = await openImports(locationOf(folder));
  await imports.store.createApp(name, mode);
  return await imports.control.createKey(name, "first");
}

async function createOn(server: string, name: string, mode: App["mode"]) {
  await using admin = await signIn(server);
  await admin.client.createApp(name, mode);
  const { key, secret } = await admin.client.createKey(name, "first");
  return { key: key.key, secret };
}

async function list({ format }: Flags, command: Command): Promise<void> {
  const place = placeOf(command);
  const rows = "server" in place ? [await appOf(place.server)] : await appsIn(place.folder);
  if (format === "json") return console.log(JSON.stringify(rows, undefined, 2));
  console.log(
    table(
      ["name", "mode", "confirmed by"],
      rows.map(({ name, mode, confirm }) => [name, mode, confirm]),
    ),
  );
}

async function appsIn(folder: string): Promise<readonly AppRow[]> {
  await using store = await openExistingStore(folder);
  const apps = await store.apps();
  return apps.map(({ name, mode, confirm, multiTenant }) => ({
    name,
    mode,
    confirm,
    multi_tenant: multiTenant,
  }));
}

async function appOf(url: string): Promise<AppRow> {
  const client = openClient({ url, ...(await readCredentials(url)) });
  const { name, mode, confirm, multi_tenant_enabled } = await client.getApp();
  return { name, mode, confirm, multi_tenant: multi_tenant_enabled };
}

/** What `--format json` prints of an app; a contract, see docs/command-line.md. */
interface AppRow extends Pick<App, "name" | "mode" | "confirm"> {
  readonly multi_tenant: boolean;
}

async function update(name: string, settings: Changes, command: Command): Promise<void> {
  const place = adminPlaceOf(command);
  const { mode, confirm } =
    "server" in place
      ? await updateOn(place.server, name, settings)
      : await updateIn(place.folder, name, settings);
  console.log(`The app ${pc.bold(name)} is in ${mode} mode; imports are confirmed by: ${confirm}.`);
}

type Changes = Partial<Pick<App, "mode" | "confirm">>;

async function updateIn(folder: string, name: string, changes: Changes) {
  mustHaveStore(folder);
  await using imports = await openImports(locationOf(folder));
  return await imports.store.updateApp(name, changes);
}

async function updateOn(server: string, name: string, changes: Changes) {
  await using admin = await signIn(server);
  return await admin.client.updateApp(name, changes);
}

function appName(text: string): string {
  if (/^[\w-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError("Give 1 to 64 letters, digits, _ or -.");
}
