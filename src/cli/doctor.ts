import { tmpdir } from "node:os";
import type { Command } from "commander";
import { pc } from "./colours.ts";
import { placeOf, withConnectOptions } from "./connect.ts";
import { examineFiles } from "./doctor/examine-files.ts";
import { examineFolder } from "./doctor/examine-folder.ts";
import { examineNode } from "./doctor/examine-node.ts";
import { examinePort } from "./doctor/examine-port.ts";
import { examineServer } from "./doctor/examine-server.ts";
import { examineSettings } from "./doctor/examine-settings.ts";
import { examineStore } from "./doctor/examine-store.ts";
import type { Finding } from "./doctor/finding.ts";
import { importsLocation } from "../server/settings/index.ts";
import { exitCode } from "./exit-code.ts";
import { readLogin } from "./login-file.ts";
import { formatOption } from "./options.ts";
import { printable } from "./printable.ts";

/** `chatferry doctor`: whether everything is in place. */
export function addDoctor(program: Command): void {
  const command = program
    .command("doctor")
    .summary("look whether everything is in place, and say what to mend")
    .description(
      "Looks at Node, the settings, the folder and its store, the temporary folder, the bucket and the port; or,\nwhere commands work on a server, at the way to it, its clock and the credentials. Changes nothing: a file\nthat it writes to the bucket is removed at once.",
    )
    .addOption(formatOption());
  withConnectOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  chatferry doctor --data /var/lib/chatferry
  chatferry doctor --server https://chat.example.com

Exits with 0 when nothing is wrong, 3 when something is.`,
    )
    .action(doctor);
}

async function doctor(
  { format }: { readonly format: "text" | "json" },
  command: Command,
): Promise<void> {
  const place = placeOf(command, (await readLogin())?.url);
  const rest = "server" in place ? await examineServer(place.server) : await examineHere(place);
  const findings = [examineNode(), ...rest];
  if (findings.some(({ verdict }) => verdict === "wrong")) process.exitCode = exitCode.failure;
  console.log(
    format === "json"
      ? JSON.stringify(findings, undefined, 2)
      : findings.map(findingText).join("\n"),
  );
}

async function examineHere({ folder }: { readonly folder: string }): Promise<readonly Finding[]> {
  const [settings, finding] = examineSettings(folder);
  return [
    finding,
    examineFolder("data", folder, "--data"),
    await examineStore(folder, settings?.database),
    examineFolder("temporary", tmpdir(), "TMPDIR"),
    ...(settings === undefined
      ? []
      : [...(await examineFiles(importsLocation(settings))), await examinePort(settings)]),
  ];
}

const marks = { fine: pc.green("✓"), warning: pc.yellow("!"), wrong: pc.red("✗") };

function findingText({ name, verdict, text, fix }: Finding): string {
  const line = `${marks[verdict]} ${pc.bold(name.padEnd(12))} ${printable(text)}`;
  return fix === null ? line : `${line}\n  ${pc.dim("to mend it:")}  ${printable(fix)}`;
}
