import type { Command } from "commander";
import type { KeyBody } from "../client/index.ts";
import { openImports } from "../imports/index.ts";
import { pc } from "./colours.ts";
import { adminPlaceOf, withPlaceOptions } from "./connect.ts";
import { keyText } from "./key-text.ts";
import { appOption, formatOption } from "./options.ts";
import { printable } from "./printable.ts";
import { signIn } from "./sign-in.ts";
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
    withPlaceOptions(keys.command(name).summary(summary).addOption(appOption()), "admin");
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
  const place = adminPlaceOf(command);
  const { key, secret } =
    "server" in place
      ? await createOn(place.server, app, name)
      : await createIn(place.folder, app, name);
  if (format === "json") return console.log(JSON.stringify({ app, name, key, secret }, null, 2));
  console.log(
    `Made the key ${pc.bold(printable(name))} of the app ${pc.bold(app)}.\n\n${keyText({ key, secret })}`,
  );
}

async function list({ app, format }: Flags, command: Command): Promise<void> {
  const place = adminPlaceOf(command);
  const keys =
    "server" in place ? await keysOn(place.server, app) : await keysIn(place.folder, app);
  if (format === "json") return console.log(JSON.stringify(keys, undefined, 2));
  if (keys.length === 0) return console.log("none");
  const rows = keys.map((key) => [key.key, key.name, key.created_at, key.revoked_at]);
  console.log(table(["key", "name", "made", "revoked"], rows));
}

async function revoke(key: string, { app }: Flags, command: Command): Promise<void> {
  const place = adminPlaceOf(command);
  const { name } =
    "server" in place
      ? await revokeOn(place.server, app, key)
      : await revokeIn(place.folder, app, key);
  console.log(`Revoked the key ${pc.bold(printable(name))}.`);
}

async function createIn(folder: string, app: string, name: string) {
  await using imports = await openImports(locationOf(folder));
  await imports.store.app(app);
  return await imports.control.createKey(app, name);
}

async function createOn(server: string, app: string, name: string) {
  await using admin = await signIn(server);
  const { key, secret } = await admin.client.createKey(app, name);
  return { key: key.key, secret };
}

async function keysIn(folder: string, app: string): Promise<readonly KeyBody[]> {
  await using imports = await openImports(readableLocation(folder));
  await imports.store.app(app);
  return (await imports.control.keys(app)).map(({ key, name, createdAt, revokedAt }) => ({
    key,
    name,
    created_at: createdAt,
    revoked_at: revokedAt,
  }));
}

async function keysOn(server: string, app: string): Promise<readonly KeyBody[]> {
  await using admin = await signIn(server);
  return await admin.client.listKeys(app);
}

async function revokeIn(folder: string, app: string, key: string) {
  mustHaveStore(folder);
  await using imports = await openImports(locationOf(folder));
  return await imports.control.revokeKey(app, key);
}

async function revokeOn(server: string, app: string, key: string): Promise<KeyBody> {
  await using admin = await signIn(server);
  return await admin.client.revokeKey(app, key);
}
