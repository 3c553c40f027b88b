import { access } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type FaultQuota, generate, type GenerateOptions } from "../generate/index.ts";
import { byteSize } from "./byte-size.ts";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { onInterrupt } from "./interrupt.ts";
import { formatBytes, formatCount } from "./numbers.ts";
import { openReport } from "./open-report.ts";
import { openOutputFile } from "./output-file.ts";
import { printable } from "./printable.ts";
import { openProgress } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

interface GenerateFlags {
  readonly size: number;
  readonly seed: number;
  readonly faults?: FaultQuota;
  readonly jsonl?: true;
  readonly pretty?: true;
  readonly out?: string;
  readonly planted?: string;
}

/** `chatferry generate`: an import file to try things with. */
export function addGenerate(program: Command): void {
  program
    .command("generate")
    .summary("write an import file to try things with, faultless or with planted faults")
    .description(
      "Writes an import file: users, devices, bans, channels, members, messages and reactions with every field somewhere.\nThe same options write the same bytes, on any machine.",
    )
    .addOption(
      new Option(
        "--size <size>",
        "how large, 50KB to 100GB: at least this, and at most one item more",
      )
        .argParser(byteSize("50KB", "100GB"))
        .default(10_000_000, "10MB"),
    )
    .addOption(
      new Option("--seed <number>", "another number writes another file")
        .argParser(seed)
        .default(1),
    )
    .option("--faults <share>", "break so many of the items: 1%, 0.1%, or a number like 500", quota)
    .option(
      "--planted <file>",
      "where to list the faults (default: beside --out as FILE.faults.jsonl, else planted.jsonl)",
    )
    .addOption(new Option("--jsonl", "write JSON Lines; else a list").conflicts("pretty"))
    .option("--pretty", "indent the list")
    .option("--out <file>", "the file to write (default: standard output)")
    .addHelpText(
      "after",
      `
Each fault is one issue of the report of \`validate\`, with the same code and index, and nothing else is. Two codes
are never planted: wrong_encoding, which is about whole files, and team_mismatch, which takes --multi-tenant.

Examples:
  chatferry generate --size 300MB --out big.json
  chatferry generate --size 300MB --faults 1% --jsonl --out broken.jsonl
  chatferry generate --size 5GB --faults 1% | chatferry validate -`,
    )
    .action(run);
}

async function run(flags: GenerateFlags): Promise<void> {
  const { size, out, faults } = flags;
  // V8 would let what dies young take 100 MB more the longer this goes on, and be hardly faster for it.
  setFlagsFromString("--semi-space-growth-factor=1");
  using interrupt = onInterrupt();
  using progress = openProgress();
  const listPath = flags.planted ?? (out === undefined ? "planted.jsonl" : `${out}.faults.jsonl`);
  if (out !== undefined) await mustBeNew(out);
  await using list =
    faults === undefined
      ? undefined
      : await openReport(listPath, { what: "list of faults", option: "--planted" });
  await using file =
    out === undefined ? undefined : await openOutputFile(out, { what: "file", option: "--out" });

  const planted: string[] = [];
  let faultCount = 0;
  let done = 0;
  const onFault: GenerateOptions["onFault"] = (fault) => {
    planted.push(`${JSON.stringify(fault)}\n`);
    faultCount++;
  };
  for (const chunk of generate({ ...flags, container: containerOf(flags), onFault })) {
    // Writing to a pipe may not let signals through.
    await setImmediate();
    interrupt.signal.throwIfAborted();
    done += chunk.length;
    if (file) await file.write(chunk);
    else await toOutput(chunk);
    await list?.write(new TextEncoder().encode(planted.splice(0).join("")));
    if (file || !process.stdout.isTTY) progress.show({ phase: "writing", done, total: size });
  }
  await list?.complete();
  await file?.complete();
  progress[Symbol.dispose]();
  const listed = list ? `${formatCount(faultCount, "fault")}, listed in ${list.path}` : "no faults";
  if (!file) return list && console.error(printable(listed));
  console.log(printable(`${file.path}: ${formatBytes(done)}, ${listed}`));
  console.log(`  next: ${pc.bold(`${commandName} validate ${printable(file.path)}`)}`);
}

function toOutput(chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // What goes wrong with standard output is handled where the program starts.
    process.stdout.write(chunk, () => resolve());
  });
}

function containerOf({ jsonl, pretty }: GenerateFlags): GenerateOptions["container"] {
  if (jsonl) return "lines";
  return pretty ? "pretty" : "array";
}

async function mustBeNew(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    return;
  }
  throw new UsageError(`${path} is there already; remove it first, or name another file by --out`);
}

function seed(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value < 2 ** 32) return value;
  throw new InvalidArgumentError("Give a whole number from 0 to 4294967295.");
}

function quota(text: string): FaultQuota {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? [];
  const value = Number(number);
  if (percent === "%" && value <= 100) return { share: value / 100 };
  if (percent === "" && Number.isSafeInteger(value)) return { count: value };
  throw new InvalidArgumentError("Give a share of the items, up to 100%, or a number of faults.");
}
