import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { explanations } from "../format/index.ts";
import type { Client, IssuesQuery } from "../client/index.ts";
import type { ImportTask } from "../server/index.ts";
import { importStateNames } from "../store/index.ts";
import { pc } from "./colours.ts";
import { type Connected, connect, withConnectOptions } from "./connect.ts";
import { exitCode } from "./exit-code.ts";
import { followImport } from "./follow-import.ts";
import { importExit } from "./import-exit.ts";
import { importText } from "./import-text.ts";
import { onInterrupt } from "./interrupt.ts";
import { issueLine } from "./issue-line.ts";
import { countUpTo, formatOption } from "./options.ts";
import { table } from "./table.ts";

interface Flags {
  readonly format: "text" | "json";
}

/** `chatferry imports …`: imports on a server, or in a folder. */
export function addImports(program: Command): void {
  const imports = program
    .command("imports")
    .helpCommand(false)
    .summary("see, confirm and stop imports on a server or in a folder")
    .description("Imports, from their upload to their end: what was found, and what to do with it.")
    .addHelpText(
      "after",
      `
Examples:
  chatferry imports list --state waiting_confirmation
  chatferry imports confirm ID
  chatferry imports issues ID --code user_not_found
  chatferry imports watch ID --server https://chat.example.com`,
    );
  const command = (name: string, summary: string) =>
    withConnectOptions(imports.command(name).summary(summary));
  const ofOne = (name: string, summary: string) =>
    command(name, summary).argument("<id>", "of the import");
  command("list", "the imports, newest first")
    .option("--state <states>", "only those in these states, separated by commas", states)
    .option("--limit <n>", "how many, up to 100", countUpTo(100), 25)
    .option("--offset <n>", "imports to pass over", countUpTo(1_000_000))
    .addOption(formatOption())
    .action(list);
  ofOne("get", "an import, with what was found")
    .addOption(formatOption())
    .action(shows((client, id) => client.getImport(id)));
  ofOne("watch", "follow an import until it is over, waits for confirmation, or has failed")
    .addOption(formatOption())
    .action(watch);
  ofOne("confirm", "load a file that waits for confirmation")
    .option("--watch", "follow it until it is loaded")
    .addOption(formatOption())
    .action(confirm);
  ofOne("reject", "cancel an import that waits for confirmation")
    .requiredOption("--reason <text>", "why, for those who look at it later")
    .addOption(formatOption())
    .action(shows<{ reason: string }>((client, id, { reason }) => client.rejectImport(id, reason)));
  ofOne("cancel", "end an import; what was written stays")
    .option("--reason <text>", "why, for those who look at it later")
    .addOption(formatOption())
    .action(
      shows<{ reason?: string }>((client, id, { reason }) => client.cancelImport(id, reason)),
    );
  ofOne("pause", "have an import wait")
    .addOption(formatOption())
    .action(shows((client, id) => client.pauseImport(id)));
  ofOne("resume", "go on with an import that was paused, or failed while it was loaded")
    .addOption(formatOption())
    .action(shows((client, id) => client.resumeImport(id)));
  ofOne("issues", "what is wrong with the file of an import")
    .addOption(new Option("--code <code>", "only this code").choices(Object.keys(explanations)))
    .option("--type <type>", "only those of items of this type")
    .option("--limit <n>", "issues on a page, up to 1000", countUpTo(1000), 25)
    .option("--cursor <text>", "the page to go on with, as the page before says")
    .addOption(
      new Option("--format <format>", "text for people, json for programs; jsonl is all of them")
        .choices(["text", "json", "jsonl"])
        .default("text"),
    )
    .action(issues);
}

async function list(
  { state, limit, offset, format }: Flags & ListFlags,
  command: Command,
): Promise<void> {
  await using connected = await connect(command);
  const tasks = await connected.client.listImports({
    limit,
    ...(state && { state }),
    ...(offset !== undefined && { offset }),
  });
  if (format === "json") return console.log(JSON.stringify(tasks, undefined, 2));
  if (tasks.length === 0) return console.log("none");
  const rows = tasks.map((task) => [
    task.id,
    task.file_name,
    `${task.state.replaceAll("_", " ")}${task.paused ? ", paused" : ""}`,
    task.created_at.slice(0, 19),
    task.uploaded_by.name,
    task.result?.issues.errors,
  ]);
  console.log(table(["id", "file", "state", "uploaded", "by", "errors"], rows));
}

interface ListFlags {
  readonly state?: readonly ImportTask["state"][];
  readonly limit: number;
  readonly offset?: number;
}

/** A command that does one thing with an import, and shows it. */
function shows<More = unknown>(
  take: (client: Client, id: string, flags: More) => Promise<ImportTask>,
): (id: string, flags: Flags & More, command: Command) => Promise<void> {
  return async (id, flags, command) => {
    await using connected = await connect(command);
    print(await take(connected.client, id, flags), flags, connected);
  };
}

async function watch(id: string, flags: Flags, command: Command): Promise<void> {
  await using connected = await connect(command);
  await follow(connected, id, flags);
}

async function confirm(
  id: string,
  flags: Flags & { readonly watch?: true },
  command: Command,
): Promise<void> {
  await using connected = await connect(command);
  const task = await connected.client.confirmImport(id);
  if (flags.watch) await follow(connected, id, flags);
  else print(task, flags, connected);
}

async function follow(connected: Connected, id: string, flags: Flags): Promise<void> {
  using interrupt = onInterrupt();
  const task = await followImport(connected, id, { confirm: false, signal: interrupt.signal });
  process.exitCode = task === undefined ? exitCode.interrupted : importExit(task);
  if (task !== undefined) print(task, flags, connected);
}

async function issues(
  id: string,
  { format, ...query }: IssuesQuery & { readonly format: "text" | "json" | "jsonl" },
  command: Command,
): Promise<void> {
  await using connected = await connect(command);
  const { client } = connected;
  if (format === "jsonl") {
    return await pipeline(await client.getReport(id, "jsonl"), process.stdout, { end: false });
  }
  const { code, type, limit, cursor } = query;
  const page = await client.listIssues(id, {
    ...(code && { code }),
    ...(type && { type }),
    ...(limit && { limit }),
    ...(cursor && { cursor }),
  });
  if (format === "json") return console.log(JSON.stringify(page, undefined, 2));
  if (page.issues.length === 0) return console.log("none");
  console.log(page.issues.map(issueLine).join("\n"));
  if (page.next !== null) {
    console.log(pc.dim(`more: the same command with --cursor ${page.next}`));
  }
}

function print(task: ImportTask, { format }: Flags, connected: Connected): void {
  console.log(format === "json" ? JSON.stringify(task, undefined, 2) : importText(task, connected));
}

function states(text: string): ImportTask["state"][] {
  return text.split(",").map((name) => {
    const state = importStateNames.find((state) => state === name.trim());
    if (state !== undefined) return state;
    throw new InvalidArgumentError(`Give some of ${importStateNames.join(", ")}.`);
  });
}
