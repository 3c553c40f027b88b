import { once } from "node:events";
import { type Command, Option } from "commander";
import { openLog, serve } from "../server/index.ts";
import { readSettings, type Setting, type Settings, settings } from "../server/settings/index.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { onInterrupt } from "./interrupt.ts";
import { packageFacts } from "./package-facts.ts";
import { printable } from "./printable.ts";
import { terminalLog } from "./terminal-log.ts";
import { unknownVariables } from "./unknown-variables.ts";

/** `chatferry serve`: the whole service. */
export function addServe(program: Command): void {
  const command = program
    .command("serve")
    .summary("take uploads, check and load them, answer the HTTP API")
    .description(
      "Runs the service on one folder: the HTTP API and a worker that checks and loads what was uploaded.\nPrints one line with its address when it is ready, and logs to standard error.",
    )
    .addHelpText(
      "after",
      `
Example:
  chatferry serve --port 8787 --data /var/lib/chatferry

Each setting may also be given by the environment, see docs/operations.md.
Ctrl-C or SIGTERM stops it: requests come to their end, and the import that it is on goes on at the next start.`,
    )
    .action(run);
  for (const { flag, env, meaning, ...setting } of Object.values<Setting<unknown>>(settings)) {
    const held = setting.default === undefined ? "" : `default: ${setting.default}, `;
    if (flag !== undefined) command.addOption(new Option(flag, `${meaning} (${held}env: ${env})`));
  }
}

async function run(flags: Partial<Record<keyof Settings, string>>): Promise<void> {
  using interrupt = onInterrupt();
  const values = readSettings(flags, process.env);
  for (const line of unknownVariables(process.env)) {
    console.error(`${pc.yellow("warning:")} ${printable(line)}`);
  }
  const log = openLog(values, process.stderr.isTTY ? terminalLog : process.stderr);
  await using serving = await serve(values, { log, version: packageFacts().version });
  const address = values.publicUrl ?? serving.url;
  const setup =
    serving.setupLink && `\nMake the first account, within a day: ${pc.bold(serving.setupLink)}`;
  console.log(`Chatferry listens at ${pc.bold(address)}${setup ?? ""}`);
  if (process.stdout.isTTY) console.log(firstSteps(address, values));
  await Promise.race([serving.ended, once(interrupt.signal, "abort")]);
}

/** Where to go first. */
function firstSteps(address: string, { data }: Settings): string {
  const folder = data === "data" ? "" : ` --data ${printable(data)}`;
  return `
${pc.bold("Where to go first:")}
  ${address}  the dashboard
  ${address}/docs/api  the API, route by route
  ${commandName} keys create${folder}  a key of the app that is there from the start
  ${commandName} token${folder}  a token signed with it

Ctrl-C stops.
`;
}
