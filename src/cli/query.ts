import type { Command } from "commander";
import { pc } from "./colours.ts";
import { openClient } from "../client/index.ts";
import type { Page } from "../store/index.ts";
import { placeOf, withConnectOptions } from "./connect.ts";
import { NotFoundError } from "./not-found-error.ts";
import { openExistingStore } from "./open-store.ts";
import { countUpTo, formatOption } from "./options.ts";
import { type AskedFlags, queries, type Query } from "./queries.ts";
import { filterOption, sortOption } from "./query-flags.ts";
import { readCredentials } from "./read-credentials.ts";
import type { ServerPage } from "./server-queries.ts";
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
  chatferry query users --filter '{"role":"admin"}' --sort created_at:desc,name
  chatferry query search --text "release party" --server https://chat.example.com`,
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
      .addHelpText("after", helpExamples(query.examples))
      .action((flags: AskedFlags) => run(query, flags, command));
    withConnectOptions(command);
  }
}

function helpExamples(examples: readonly string[]): string {
  const lines = examples.map((example) => `  chatferry ${example}`);
  return `\n${lines.length > 1 ? "Examples" : "Example"}:\n${lines.join("\n")}`;
}

async function run(query: Query, flags: AskedFlags, command: Command): Promise<void> {
  const place = placeOf(command);
  const page =
    "server" in place
      ? await askServer(query, place.server, flags)
      : await askStore(query, { ...flags, app: place.app, data: place.folder });
  const { items, next } = page;
  if (flags.format === "json") return console.log(JSON.stringify({ items, next }, undefined, 2));
  console.log(pageText("server" in place ? columnsOf(query, page) : query.columns, page));
}

async function askStore(query: Query, flags: AskedFlags): Promise<Page> {
  await using store = await openExistingStore(flags.data);
  const page = await query.ask(store, flags);
  if (page.kind === "page") return page;
  throw new NotFoundError(`there is no ${page.type} ${page.key} in the app ${flags.app}`);
}

async function askServer({ name }: Query, url: string, flags: AskedFlags): Promise<ServerPage> {
  const { serverQueries } = await import("./server-queries.ts");
  return serverQueries[name]!(openClient({ url, ...(await readCredentials(url)) }), flags);
}

function pageText(columns: Query["columns"], { items, next }: ServerPage): string {
  if (items.length === 0) return "none";
  const fields = Object.values(columns);
  const rows = items.map((item) => fields.map((field) => item[field]));
  const shown = table(Object.keys(columns), rows);
  return next === null
    ? shown
    : `${shown}\n${pc.dim(`more: the same command with --cursor ${next}`)}`;
}

/** Those of which there is anything: the API does not show all that the store has. */
function columnsOf({ columns }: Query, { items }: ServerPage): Query["columns"] {
  const shown = Object.entries(columns).filter(([, field]) =>
    items.some((item) => item[field] !== undefined),
  );
  return Object.fromEntries(shown);
}
