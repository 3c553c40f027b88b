import type { Command } from "commander";
import { pc } from "./colours.ts";
import type { PresentedItem } from "../store/index.ts";
import { NotFoundError } from "./not-found-error.ts";
import { openExistingStore } from "./open-store.ts";
import { appOption, countUpTo, dataOption, formatOption } from "./options.ts";
import { type AskedFlags, queries, type Query } from "./queries.ts";
import { filterOption, sortOption } from "./query-flags.ts";
import { table } from "./table.ts";

/** `chatferry query …`: what has arrived. */
export function addQuery(program: Command): void {
  const parent = program
    .command("query")
    .helpCommand(false)
    .summary("see what arrived, and search it")
    .description("Shows what an app holds, a page at a time.")
    .addHelpText(
      "after",
      `
Examples:
  chatferry query channels --member ana
  chatferry query messages --channel messaging:hall --limit 3
  chatferry query members --channel "messaging:[ana bo]" --format json
  chatferry query search --text "release party"
  chatferry query users --filter '{"role":"admin"}' --sort created_at:desc,name`,
    );
  for (const query of queries) {
    const command = parent
      .command(query.name)
      .summary(query.summary)
      .description(`Shows ${query.summary}.`);
    for (const option of query.options) command.addOption(option);
    command
      .addOption(filterOption())
      .addOption(sortOption())
      .option("--limit <n>", "items on a page, 1 to 300", countUpTo(300), 25)
      .option("--offset <n>", "items to pass over, up to 1000", countUpTo(1000))
      .option("--cursor <text>", "the page to go on with, as the page before says")
      .addOption(formatOption())
      .addOption(appOption())
      .addOption(dataOption())
      .addHelpText("after", helpExamples(query.examples))
      .action((flags: AskedFlags) => run(query, flags));
  }
}

function helpExamples(examples: readonly string[]): string {
  const lines = examples.map((example) => `  chatferry ${example}`);
  return `\n${lines.length > 1 ? "Examples" : "Example"}:\n${lines.join("\n")}`;
}

async function run(query: Query, flags: AskedFlags): Promise<void> {
  await using store = await openExistingStore(flags.data);
  const page = await query.ask(store, flags);
  if (page.kind === "not_found") {
    throw new NotFoundError(`there is no ${page.type} ${page.key} in the app ${flags.app}`);
  }
  const { items, next } = page;
  if (flags.format === "json") console.log(JSON.stringify({ items, next }, undefined, 2));
  else console.log(pageText(query, items, next));
}

function pageText(query: Query, items: readonly PresentedItem[], next: string | null): string {
  if (items.length === 0) return "none";
  const fields = Object.values(query.columns);
  const rows = items.map((item) => fields.map((field) => item[field]));
  const shown = table(Object.keys(query.columns), rows);
  return next === null
    ? shown
    : `${shown}\n${pc.dim(`more: the same command with --cursor ${next}`)}`;
}
