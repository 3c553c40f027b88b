import type { Command } from "commander";
import { openImports } from "../imports/index.ts";
import { pc } from "./colours.ts";
import { folderOf, withPlaceOptions } from "./connect.ts";
import { keyText } from "./key-text.ts";
import { appOption, formatOption } from "./options.ts";
import { printable } from "./printable.ts";
import { readableLocation } from "./readable-location.ts";
import { table } from "./table.ts";
import { locationOf } from "./location-of.ts";
import { mustHaveStore } from "./open-store.ts";

interface Flags {
  readonly app: string;
  readonly format: "text" | "json";
}

/** `chatferry keys …`: the API keys of an app. */
export function addKeys(program: Command): void {
  const keys = program
    .command("keys")
    .helpCommand(false)
    .summary("make, list and revoke API keys")
    .description("Programs name an API key, and sign tokens with its secret.")
    .addHelpText(
      "after",
      `
Examples:
  chatferry keys create --app shop --name "nightly import"
  chatferry keys revoke 0123456789abcdef --app shop`,
    );
  const command = (name: string, summary: string) =>
    withPlaceOptions(keys.command(name).summary(summary).addOption(appOption()));
  command("create", "make a key; its secret is shown once")
    .option("--name <name>", "what people call it", "key")
    .addOption(formatOption())
    .action(create);
  command("list", "the keys of an app").addOption(formatOption()).action(list);
  command("revoke", "have a key and its tokens open nothing any more")
    .argument("<key>")
    .action(revoke);
}

async function create(
  { app, format, name }: Flags & { name: string },
  command: Command,
): Promise<void> {
  await using imports = await openImports(locationOf(folderOf(command)));
  await imports.store.app(app);
  const { key, secret } = await imports.control.createKey(app, name);
  if (format === "json") return console.log(JSON.stringify({ app, name, key, secret }, null, 2));
  console.log(
    `Made the key ${pc.bold(printable(name))} of the app ${pc.bold(app)}.\n\n${keyText({ key, secret })}`,
  );
}

async function list({ app, format }: Flags, command: Command): Promise<void> {
  await using imports = await openImports(readableLocation(folderOf(command)));
  await imports.store.app(app);
  const keys = (await imports.control.keys(app)).map(({ key, name, createdAt, revokedAt }) => ({
    key,
    name,
    created_at: createdAt,
    revoked_at: revokedAt,
  }));
  if (format === "json") return console.log(JSON.stringify(keys, undefined, 2));
  if (keys.length === 0) return console.log("none");
  const rows = keys.map((key) => [key.key, key.name, key.created_at, key.revoked_at]);
  console.log(table(["key", "name", "made", "revoked"], rows));
}

async function revoke(key: string, { app }: Flags, command: Command): Promise<void> {
  const folder = folderOf(command);
  mustHaveStore(folder);
  await using imports = await openImports(locationOf(folder));
  const { name } = await imports.control.revokeKey(app, key);
  console.log(`Revoked the key ${pc.bold(printable(name))}.`);
}
