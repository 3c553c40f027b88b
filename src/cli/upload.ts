import { type Command, Option } from "commander";
import type { StartOptions } from "../client/index.ts";
import { connect, withConnectOptions } from "./connect.ts";
import { exitCode } from "./exit-code.ts";
import { followImport } from "./follow-import.ts";
import { importExit } from "./import-exit.ts";
import { importText } from "./import-text.ts";
import { onInterrupt } from "./interrupt.ts";
import { formatOption } from "./options.ts";
import { sendFile } from "./send-file.ts";
import { UsageError } from "./usage-error.ts";

/** How a file is uploaded. */
export interface UploadFlags extends Pick<Required<StartOptions>, "mode" | "references"> {
  readonly watch?: true;
  readonly confirm?: true;
  readonly mergeCustom: boolean;
  readonly format: "text" | "json";
}

/** `chatferry upload FILE`: a file to where it is imported. */
export function addUpload(program: Command): void {
  const command = program
    .command("upload")
    .summary("send a file to a server, or into a folder, to be imported there")
    .description(
      "Sends an import file as it is and asks for its import, which is checked, confirmed and loaded there.\nWithout --watch the command ends when the import was asked for.",
    )
    .argument("<file>", "the import file, also compressed: .json, .jsonl, .gz or .zst")
    .option(
      "--watch",
      "follow the import until it waits for confirmation, has errors, or is loaded",
    )
    .option("--confirm", "confirm it when it is valid, and follow it until it is loaded")
    .addOption(
      new Option(
        "--mode <mode>",
        "upsert: items that are there are updated; insert: they are skipped",
      )
        .choices(["upsert", "insert"])
        .default("upsert"),
    )
    .addOption(
      new Option(
        "--references <where>",
        "where what items refer to may be: in the file, or also in the app",
      )
        .choices(["file", "file-or-app"])
        .default("file"),
    )
    .option(
      "--no-merge-custom",
      "replace the custom data of an item as a whole, instead of merging it key by key",
    )
    .addOption(formatOption());
  withConnectOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  chatferry upload export.json.gz --watch
  chatferry upload export.jsonl --confirm --server https://chat.example.com
  chatferry upload export.json --app shop --data /var/lib/chatferry

Exits with 0 when the import was asked for, waits for confirmation or is loaded, 1 when the file has errors, 2 when the command is wrong, 3 when something failed, 130 on Ctrl-C.`,
    )
    .action(uploadFile);
}

/** Sends a file to where a command works, asks for its import, and shows what became of it.
 *
 * @throws UsageError for standard input; what sending and asking throw */
export async function uploadFile(
  file: string,
  flags: UploadFlags,
  command: Command,
): Promise<void> {
  if (file === "-") {
    throw new UsageError("upload may have to send a file again: write standard input to one first");
  }
  using interrupt = onInterrupt();
  await using connected = await connect(command, true);
  const { client } = connected;
  const place = await sendFile(client, file, interrupt.signal);
  const { mode, references, mergeCustom: merge_custom } = flags;
  const started = await client.startImport(place, { mode, references, merge_custom });
  const follow = { confirm: flags.confirm ?? false, signal: interrupt.signal };
  const task =
    flags.watch || flags.confirm ? await followImport(connected, started.id, follow) : started;
  process.exitCode = task === undefined ? exitCode.interrupted : importExit(task);
  const { format } = flags;
  if (format === "json") console.log(JSON.stringify(task ?? started, undefined, 2));
  else if (task !== undefined) console.log(importText(task, connected));
}
