import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { pc } from "./colours.ts";
import { checkFiles, type CheckedFiles, checkOptions } from "./check-files.ts";
import { commandName } from "./command-name.ts";
import { exitCode } from "./exit-code.ts";
import { githubReport } from "./github-report.ts";
import { openInputs } from "./inputs.ts";
import { onInterrupt } from "./interrupt.ts";
import { type CheckFlags, withCheckOptions } from "./options.ts";
import { printable } from "./printable.ts";
import { openProgress } from "./progress.ts";
import { textReport } from "./text-report.ts";
import { UsageError } from "./usage-error.ts";
import { watchFiles } from "./watch-files.ts";

/** `chatferry validate FILE...`: everything that is wrong with files, offline. */
export function addValidate(program: Command): void {
  const command = program
    .command("validate")
    .summary("everything that is wrong with import files, offline")
    .description(
      "Reads import files as one and reports everything that is wrong with them at once.\nA file is a JSON list or JSON Lines, plain, .gz or .zst; - reads standard input.",
    )
    .argument("<file...>", "the import files, as one; - for standard input")
    .addOption(
      new Option(
        "--format <format>",
        "text for people; json or jsonl for programs; github for annotations in GitHub Actions",
      )
        .choices(["text", "json", "jsonl", "github"])
        .default("text"),
    )
    .option("--watch", "check again whenever a file changes, until Ctrl-C");
  withCheckOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  chatferry validate export.json
  chatferry validate users.json channels.jsonl messages-*.jsonl.gz
  chatferry validate export.jsonl.gz --roles captain,mate --channel-types forum,news=500
  chatferry validate export.json --watch
  gunzip -c export.json.gz | chatferry validate - --format jsonl | jq .message

Exits with 0 when there are no errors, 1 when there are, 2 when the command is wrong, 3 when a file cannot be read.`,
    )
    .action(validate);
}

interface ValidateFlags extends CheckFlags {
  readonly format: "text" | "json" | "jsonl" | "github";
  readonly watch?: true;
}

async function validate(files: string[], flags: ValidateFlags): Promise<void> {
  if (!flags.watch) {
    using interrupt = onInterrupt();
    const valid = await validateOnce(files, flags, interrupt.signal);
    process.exitCode = valid ? exitCode.fine : exitCode.issues;
    return;
  }
  if (files.includes("-")) throw new UsageError("standard input cannot be watched; name a file");
  await watchFiles(files, async (signal) => void (await validateOnce(files, flags, signal)));
}

/** Checks the files, prints what was found, and says whether they can be imported. */
async function validateOnce(
  files: readonly string[],
  flags: ValidateFlags,
  signal: AbortSignal,
): Promise<boolean> {
  using progress = openProgress();
  await using inputs = await openInputs(files, flags, progress, signal);
  const checked = await checkFiles(inputs, checkOptions(flags), flags, progress, signal);
  progress[Symbol.dispose]();
  switch (flags.format) {
    case "json":
      console.log(JSON.stringify(summary(checked), undefined, 2));
      break;
    case "jsonl":
      await pipeline(createReadStream(checked.report), process.stdout, { end: false });
      break;
    case "github":
      console.log(await githubReport(inputs, checked));
      break;
    case "text":
      console.log(await textReport(inputs, checked));
      console.log(nextStep(files, checked));
  }
  return checked.analysis.valid;
}

/** The object that `--format json` prints; a contract, see docs/command-line.md. */
function summary({ analysis: { valid, stats, issues, first }, report }: CheckedFiles) {
  return { valid, stats, issues, first, report };
}

function nextStep(files: readonly string[], { analysis }: CheckedFiles): string {
  const command = (words: string) => pc.bold(`${commandName} ${printable(words)}`);
  return analysis.valid
    ? `  next: ${command(`import ${files.join(" ")}${files.includes("-") ? " --yes" : ""}`)}`
    : `  next: mend the errors and check again; ${command(`explain ${Object.keys(analysis.issues.by_code)[0]}`)} tells more about one`;
}
