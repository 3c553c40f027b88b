import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { pc } from "./colours.ts";
import type { Page, Store } from "../store/index.ts";
import { checkFiles, checkOptions } from "./check-files.ts";
import { commandName } from "./command-name.ts";
import { exitCode } from "./exit-code.ts";
import { developmentApp, importFiles } from "./import.ts";
import { openInputs } from "./inputs.ts";
import { onInterrupt } from "./interrupt.ts";
import { openExistingStore } from "./open-store.ts";
import { appOption, dataOption } from "./options.ts";
import { openProgress } from "./progress.ts";
import { reconciliationText } from "./reconciliation-text.ts";
import { table } from "./table.ts";
import { itemCounts } from "./item-counts.ts";

const community = fileURLToPath(new URL("../../fixtures/community.json", import.meta.url));

/** `chatferry demo`: a real community's history, imported and shown. */
export function addDemo(program: Command): void {
  program
    .command("demo")
    .summary("import a real community's history and show what arrived")
    .description(
      "Imports the history of a real community (2015 to 2016, names replaced) and shows what arrived.\nRunning it again changes nothing.",
    )
    .addOption(appOption())
    .addOption(dataOption())
    .addHelpText("after", "\nExample:\n  chatferry demo --data /tmp/demo")
    .action(demo);
}

async function demo(flags: { app: string; data: string }): Promise<void> {
  using interrupt = onInterrupt();
  using progress = openProgress();
  const app = await developmentApp(flags);
  await using inputs = await openInputs([community], flags, progress, interrupt.signal);
  const checked = await checkFiles(
    inputs,
    checkOptions(flags, app),
    flags,
    progress,
    interrupt.signal,
  );
  const load = { ...flags, mode: "upsert", mergeCustom: true } as const;
  const outcome = await importFiles(inputs, checked, load, progress, interrupt);
  progress[Symbol.dispose]();
  if (outcome.kind === "stopped") {
    process.exitCode = exitCode.interrupted;
    return console.log("Stopped. Run the same command again and the load goes on.");
  }
  console.log(
    `${pc.bold("A community's chat history, checked and loaded:")} ${itemCounts(checked.analysis)}\n`,
  );
  console.log(`${reconciliationText(outcome.reconciliation)}\n`);
  await using store = await openExistingStore(flags.data);
  console.log(await arrived(store, flags.app));
  console.log(`
${pc.bold("Try next:")}
  ${commandName} query messages --channel team:C061A0WJG --limit 3
  ${commandName} validate your-export.json
  ${commandName} import your-export.json`);
}

/** The channels, the members of the busiest one with what they have not read, and its newest messages. */
async function arrived(store: Store, app: string): Promise<string> {
  const { items: channels } = await store.channels(app, { limit: 100 });
  const busiest = channels.toSorted((a, b) => messageCount(b) - messageCount(a));
  const cid = String(busiest[0]!["cid"]);
  const members = page(await store.members(app, cid, { limit: 300 }));
  const unread = members.items.filter((member) => Number(member["unread_count"]) > 0);
  const messages = page(await store.messages(app, cid, { limit: 3 }));
  const show = (items: readonly Record<string, unknown>[], ...fields: string[]) =>
    table(
      fields,
      items.map((item) => fields.map((field) => item[field])),
    );
  return [
    show(busiest.slice(0, 6), "cid", "name", "member_count", "message_count", "last_message_at"),
    `${pc.bold(`Unread in ${cid}`)}\n${show(unread.slice(0, 5), "user_id", "last_read", "unread_count")}`,
    `${pc.bold(`Newest in ${cid}`)}\n${show(messages.items, "created_at", "user", "text")}`,
  ].join("\n\n");
}

function messageCount(channel: Record<string, unknown>): number {
  return Number(channel["message_count"]);
}

function page<T extends { kind: string }>(result: T): Extract<T, { kind: "page" }> & Page {
  if (result.kind === "page") return result as Extract<T, { kind: "page" }> & Page;
  throw new Error("a channel that was just loaded is not there");
}
