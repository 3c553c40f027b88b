import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { openImports } from "../imports/index.ts";
import type { App } from "../store/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { keyText } from "./key-text.ts";
import { dataOption, formatOption } from "./options.ts";
import { table } from "./table.ts";

const modes = ["development", "production"] as const satisfies readonly App["mode"][];
const confirms = ["operator", "uploader", "automatic"] as const satisfies readonly App["confirm"][];

interface Flags {
  readonly data: string;
  readonly format: "text" | "json";
}

/** `chatferry apps …`: the apps of a folder. */
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
  apps
    .command("create")
    .summary("make an app and its first key")
    .argument("<name>", "1 to 64 letters, digits, _ or -", appName)
    .addOption(new Option("--mode <mode>", "its mode").choices(modes).default("development"))
    .addOption(formatOption())
    .addOption(dataOption())
    .action(create);
  apps
    .command("list")
    .summary("the apps, with their modes")
    .addOption(formatOption())
    .addOption(dataOption())
    .action(list);
  apps
    .command("mode")
    .summary("set the mode of an app")
    .argument("<name>")
    .addArgument(new Argument("<mode>").choices(modes))
    .addOption(dataOption())
    .action((name: string, mode: App["mode"], flags: Flags) => update(name, { mode }, flags));
  apps
    .command("confirm")
    .summary("set who confirms valid imports: an operator, also who uploaded them, or nobody")
    .argument("<name>")
    .addArgument(new Argument("<who>").choices(confirms))
    .addOption(dataOption())
    .action((name: string, confirm: App["confirm"], flags: Flags) =>
      update(name, { confirm }, flags),
    );
}

async function create(
  name: string,
  { mode, data, format }: Flags & { readonly mode: App["mode"] },
): Promise<void> {
  await using imports = await openImports({ folder: data });
  await imports.store.createApp(name, mode);
  const { key, secret } = await imports.control.createKey(name, "first");
  if (format === "json") return console.log(JSON.stringify({ name, key, secret }, undefined, 2));
  console.log(`Made the app ${pc.bold(name)} in ${mode} mode.\n\n${keyText({ key, secret })}

${pc.bold("Try next:")}
  ${commandName} token --app ${name}`);
}

async function list({ data, format }: Flags): Promise<void> {
  await using imports = await openImports({ folder: data });
  const apps = await imports.store.apps();
  const rows = apps.map(({ name, mode, confirm, multiTenant }) => ({
    name,
    mode,
    confirm,
    multi_tenant: multiTenant,
  }));
  if (format === "json") return console.log(JSON.stringify(rows, undefined, 2));
  console.log(
    table(
      ["name", "mode", "confirmed by"],
      rows.map(({ name, mode, confirm }) => [name, mode, confirm]),
    ),
  );
}

async function update(
  name: string,
  settings: Partial<Pick<App, "mode" | "confirm">>,
  { data }: Flags,
): Promise<void> {
  await using imports = await openImports({ folder: data });
  const { mode, confirm } = await imports.store.updateApp(name, settings);
  console.log(`The app ${pc.bold(name)} is in ${mode} mode; imports are confirmed by: ${confirm}.`);
}

function appName(text: string): string {
  if (/^[\w-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError("Give 1 to 64 letters, digits, _ or -.");
}
