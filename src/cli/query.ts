import { type Command, Option } from "commander";
import { pc } from "./colours.ts";
import { cid } from "../format/index.ts";
import type { NotFound, Page, PresentedItem, Store } from "../store/index.ts";
import { NotFoundError } from "./not-found-error.ts";
import { openExistingStore } from "./open-store.ts";
import { appOption, countUpTo, dataOption } from "./options.ts";
import { table } from "./table.ts";

interface QueryFlags {
  readonly app: string;
  readonly data: string;
  readonly format: "text" | "json";
  readonly limit: number;
  readonly cursor?: string;
  readonly id?: readonly string[];
  readonly type?: string;
  readonly member?: string;
  readonly channel?: string;
  readonly message?: string;
}

/** One thing that can be asked for. */
interface Query {
  readonly name: string;
  readonly example: string;
  readonly summary: string;
  readonly options: readonly Option[];
  readonly ask: (store: Store, flags: QueryFlags) => Promise<Page | NotFound>;
  /** The table that people see: headers, and the fields below them. */
  readonly columns: Readonly<Record<string, string>>;
}

const ids = () => new Option("--id <id...>", "only these");
const channel = () =>
  new Option(
    "--channel <cid>",
    "the channel: type:id, or type:[a b] by its members",
  ).makeOptionMandatory();
const message = () => new Option("--message <id>", "the message").makeOptionMandatory();

const queries: readonly Query[] = [
  {
    name: "users",
    example: "query users --id ana bo",
    summary: "users, by id",
    options: [ids()],
    ask: (store, { app, id, ...paging }) => store.users(app, { ...paging, ...(id && { ids: id }) }),
    columns: { id: "id", name: "name", role: "role", created: "created_at" },
  },
  {
    name: "channels",
    example: "query channels --member ana",
    summary: "channels, by type and id",
    options: [
      new Option("--id <cid...>", "only these, as type:id or type:[a b]"),
      new Option("--type <name>", "only of this channel type"),
      new Option("--member <user>", "only those the user is a member of"),
    ],
    ask: (store, { app, id, type, member, ...paging }) =>
      store.channels(app, {
        ...paging,
        ...(id && { cids: id.map(asCid) }),
        ...(type === undefined ? {} : { type }),
        ...(member === undefined ? {} : { member }),
      }),
    columns: {
      channel: "cid",
      name: "name",
      members: "member_count",
      messages: "message_count",
      "last message": "last_message_at",
    },
  },
  {
    name: "members",
    example: 'query members --channel "messaging:[ana bo]"',
    summary: "members of a channel, with what each has not read",
    options: [channel()],
    ask: (store, { app, channel, ...paging }) => store.members(app, asCid(channel!), paging),
    columns: {
      user: "user_id",
      role: "channel_role",
      joined: "created_at",
      "last read": "last_read",
      unread: "unread_count",
    },
  },
  {
    name: "messages",
    example: "query messages --channel messaging:hall --limit 3",
    summary: "messages of a channel, newest first",
    options: [channel()],
    ask: (store, { app, channel, ...paging }) => store.messages(app, asCid(channel!), paging),
    columns: { created: "created_at", user: "user", text: "text", id: "id" },
  },
  {
    name: "replies",
    example: "query replies --message m1",
    summary: "replies to a message, oldest first",
    options: [message()],
    ask: (store, { app, message, ...paging }) => store.replies(app, message!, paging),
    columns: { created: "created_at", user: "user", text: "text", id: "id" },
  },
  {
    name: "reactions",
    example: "query reactions --message m1 --format json",
    summary: "reactions to a message",
    options: [message()],
    ask: (store, { app, message, ...paging }) => store.reactions(app, message!, paging),
    columns: { type: "type", user: "user_id", created: "created_at" },
  },
];

/** `chatferry query …`: what has arrived. */
export function addQuery(program: Command): void {
  const parent = program
    .command("query")
    .helpCommand(false)
    .summary("see what arrived")
    .description("Shows what an app holds, a page at a time.")
    .addHelpText(
      "after",
      `
Examples:
  chatferry query channels --member ana
  chatferry query messages --channel messaging:hall --limit 3
  chatferry query members --channel "messaging:[ana bo]" --format json`,
    );
  for (const query of queries) {
    const command = parent
      .command(query.name)
      .summary(query.summary)
      .description(`Shows ${query.summary}.`);
    for (const option of query.options) command.addOption(option);
    command
      .option("--limit <n>", "items on a page, 1 to 300", countUpTo(300), 25)
      .option("--cursor <text>", "the page to go on with, as the page before says")
      .addOption(
        new Option("--format <format>", "text for people, json for programs")
          .choices(["text", "json"])
          .default("text"),
      )
      .addOption(appOption())
      .addOption(dataOption())
      .addHelpText("after", `\nExample:\n  chatferry ${query.example}`)
      .action((flags: QueryFlags) => run(query, flags));
  }
}

async function run(query: Query, flags: QueryFlags): Promise<void> {
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

/** `type:[a b]` names a distinct channel by its members, as issues do. */
function asCid(text: string): string {
  const match = /^([^:]+):\[(.*)\]$/.exec(text);
  return (match && cid(match[1], undefined, match[2]!.split(/[\s,]+/).filter(Boolean))) ?? text;
}
