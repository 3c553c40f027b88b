import { isCancel, select } from "@clack/prompts";
import { type Command, Option } from "commander";
import { pc } from "./colours.ts";
import { hashSources } from "../analyse/index.ts";
import {
  type App,
  load,
  type LoadOutcome,
  mustTakeImports,
  openStore,
  StoreError,
  type StoreErrorCode,
} from "../store/index.ts";
import { checkFiles, type CheckedFiles, checkOptions } from "./check-files.ts";
import { commandName } from "./command-name.ts";
import { placeOf, serverOption } from "./connect.ts";
import { exitCode } from "./exit-code.ts";
import { importOnServer } from "./import-on-server.ts";
import { type Inputs, openInputs } from "./inputs.ts";
import { type Interrupt, onInterrupt } from "./interrupt.ts";
import { formatCount, formatNumber } from "./numbers.ts";
import { locationOf } from "./location-of.ts";
import { appOption, type CheckFlags, withCheckOptions } from "./options.ts";
import { printable } from "./printable.ts";
import { openProgress, type Progress } from "./progress.ts";
import { reconciliationText } from "./reconciliation-text.ts";
import { textReport } from "./text-report.ts";
import { UsageError } from "./usage-error.ts";

/** What `chatferry import` takes. */
export interface ImportFlags extends CheckFlags {
  readonly app: string;
  readonly yes?: true;
  readonly mode: "upsert" | "insert";
  readonly mergeCustom: boolean;
  readonly format: "text" | "json";
}

/** `chatferry import FILE...`: analyse, confirm, load, account. */
export function addImport(program: Command): void {
  const command = program
    .command("import")
    .summary("check files, load them into the store, give an account of them")
    .description(
      "Checks import files as one, asks, loads them into an app, and gives an account of every item.\nA load that was stopped or killed goes on where it was when the same command is run again.",
    )
    .argument("<file...>", "the import files, as one; - for standard input")
    .option("-y, --yes", "load without asking, when there are no errors")
    .addOption(
      new Option(
        "--mode <mode>",
        "upsert: items that are there are updated; insert: they are skipped",
      )
        .choices(["upsert", "insert"])
        .default("upsert"),
    )
    .option(
      "--no-merge-custom",
      "replace the custom data of an item as a whole, instead of merging it key by key",
    )
    .addOption(
      new Option("--format <format>", "text for people, json for programs")
        .choices(["text", "json"])
        .default("text"),
    )
    .addOption(appOption())
    .addOption(serverOption());
  withCheckOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  chatferry import export.json
  chatferry import users.json channels.jsonl messages-*.jsonl.gz
  chatferry import export.jsonl.zst --yes --mode insert
  chatferry import export.json --roles captain      (the app gets the role, too)
  chatferry import - --yes --format json < export.json
  chatferry import export.json --yes --server https://chat.example.com

Exits with 0 when all is loaded, 1 when a file has errors, 2 when the command is wrong, 3 when something failed, 130 on Ctrl-C, or when you say no.`,
    )
    .action(runImport);
}

async function runImport(files: string[], flags: ImportFlags, command: Command): Promise<void> {
  if ("server" in placeOf(command)) return importOnServer(files, flags, command);
  if (!flags.yes && (flags.format === "json" || !(process.stdin.isTTY && process.stdout.isTTY))) {
    throw new UsageError(
      "nobody can be asked here, where input or output is no terminal or is for programs: add --yes to load without asking",
    );
  }
  using interrupt = onInterrupt();
  using progress = openProgress();
  await using inputs = await openInputs(files, flags, progress, interrupt.signal);
  const app = await developmentApp(flags);
  const check = checkOptions(flags, app);
  const checked = await checkFiles(inputs, check, flags, progress, interrupt.signal);
  progress[Symbol.dispose]();
  if (flags.format === "text") console.log(await textReport(inputs, checked));
  if (!checked.analysis.valid) {
    process.exitCode = exitCode.issues;
    if (flags.format === "json") printJson("analyze_failed", flags, undefined, checked);
    else console.log("  nothing was loaded; mend the errors and import again");
    return;
  }
  if (!flags.yes) {
    if (!(await confirmed(checked, flags))) {
      process.exitCode = exitCode.interrupted;
      return console.log("Nothing was loaded.");
    }
  }
  const outcome = await importFiles(inputs, checked, flags, progress, interrupt);
  progress[Symbol.dispose]();
  if (flags.format === "json") {
    printJson(outcome.kind, flags, outcome, checked);
  } else {
    console.log(`\n${outcomeText(outcome, inputs)}`);
  }
  if (outcome.kind === "stopped") process.exitCode = exitCode.interrupted;
}

/** Failures after which a load goes on where it stopped. */
const passing: ReadonlySet<StoreErrorCode> = new Set([
  "disk_full",
  "load_taken_over",
  "store_failed",
  "store_locked",
  "store_unwritable",
]);

/** Loads files that were found valid, as one, and shows how far it is. */
export async function importFiles(
  { sources, label }: Inputs,
  { analysis }: CheckedFiles,
  flags: Omit<ImportFlags, "format">,
  progress: Progress,
  { signal }: Interrupt,
): Promise<LoadOutcome> {
  const { app, mode, mergeCustom } = flags;
  await extendApp(flags);
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  let goesOn: boolean | undefined;
  const loading = load({
    store: locationOf(flags.data),
    files: sources.map(({ path, name, stamp }) => ({ path, name, stamp })),
    request: {
      app,
      fileName: label,
      fingerprint: await hashSources(sources, signal),
      size,
      mode,
      mergeCustom,
      inFile: analysis.stats,
    },
    onProgress: ({ checkpoint: { offset, index } }) => {
      goesOn ??= index > 0;
      const phase = goesOn ? "going on" : "loading";
      progress.show({ phase, done: offset, total: size, items: index });
    },
    onWaiting: () =>
      console.error("Another process is loading into this store; waiting until it has finished."),
    signal,
  });
  return await loading.catch((error: unknown) => {
    if (!(error instanceof StoreError && passing.has(error.code))) throw error;
    const { code, message, fix } = error;
    const again = "Then run the same command again: the load goes on where it stopped.";
    throw new StoreError(code, message, `${fix} ${again}`, error);
  });
}

/** The app, which must be in development mode. The store is made when it is not there. */
export async function developmentApp({
  data,
  app: name,
}: Pick<ImportFlags, "data" | "app">): Promise<App> {
  await using store = await openStore(locationOf(data));
  const app = await store.app(name);
  mustTakeImports(app);
  return app;
}

/** Gives the app the roles and channel types that the files were checked with. */
async function extendApp({
  data,
  app,
  roles = [],
  channelTypes = {},
}: Omit<ImportFlags, "format">) {
  if (roles.length === 0 && Object.keys(channelTypes).length === 0) return;
  const limits = Object.entries(channelTypes).map(
    ([name, limit]) => [name, { maxMessageLength: limit ?? null }] as const,
  );
  await using store = await openStore(locationOf(data));
  await store.extendApp(app, { roles, channelTypes: Object.fromEntries(limits) });
}

/** Whether the person says yes. */
async function confirmed({ analysis }: CheckedFiles, flags: ImportFlags): Promise<boolean> {
  const what = formatCount(analysis.elements, "item");
  const how =
    flags.mode === "upsert"
      ? "items that are there are updated"
      : "items that are there are skipped";
  const answer = await select({
    message: `Load ${what} into the app ${flags.app} (${how})?`,
    options: [
      { value: false, label: "No, load nothing" },
      { value: true, label: "Yes, load" },
    ],
  });
  return isCancel(answer) ? false : answer;
}

function outcomeText(outcome: LoadOutcome, { sources, label }: Inputs): string {
  if (outcome.kind === "stopped") {
    const at = formatCount(outcome.checkpoint.index, "item");
    return `Stopped after ${at}. ${pc.bold("Run the same command again")} and the load goes on from there.`;
  }
  const wentOn =
    outcome.resumedFrom > 0
      ? `Went on from item ${formatNumber(outcome.resumedFrom)}, where the load had stopped; the figures are of the whole.\n\n`
      : "";
  return `${wentOn}${reconciliationText(outcome.reconciliation)}\n\n${pc.green("✓")} ${pc.bold(printable(label))} ${sources.length > 1 ? "are" : "is"} loaded, and every item is accounted for.\n  next: ${pc.bold(`${commandName} query channels`)}`;
}

/** The object that `--format json` prints; a contract, see docs/command-line.md. */
function printJson(
  state: LoadOutcome["kind"] | "analyze_failed",
  { mode }: ImportFlags,
  outcome: LoadOutcome | undefined,
  { analysis: { issues, first }, report }: CheckedFiles,
): void {
  const resumed_from = outcome?.resumedFrom ?? null;
  const reconciliation = outcome?.kind === "completed" ? outcome.reconciliation : null;
  const result = { state, mode, resumed_from, reconciliation, issues, first, report };
  console.log(JSON.stringify(result, undefined, 2));
}
