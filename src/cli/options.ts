import { type Command, InvalidArgumentError, Option } from "commander";
import { byteSize } from "./byte-size.ts";

const itemSize = byteSize("1KiB", "64MiB");
const spoolSize = byteSize("0", "1000TB");
const threadCount = countUpTo(1024);

/** The folder of the embedded store. */
export function dataOption(): Option {
  return new Option("--data <dir>", "folder of the embedded store, made when it is not there")
    .default("data")
    .env("CHATFERRY_DATA");
}

/** The app that is worked on. */
export function appOption(): Option {
  return new Option("--app <name>", "app to work on").default("default");
}

/** How a command says what it has to say. */
export function formatOption(): Option {
  return new Option("--format <format>", "text for people, json for programs")
    .choices(["text", "json"])
    .default("text");
}

/** Flags of the commands that check a file. */
export interface CheckFlags {
  readonly roles?: readonly string[];
  /** The longest text by channel type; undefined where none was given. */
  readonly channelTypes?: Readonly<Record<string, number | undefined>>;
  readonly lighterValidationId?: true;
  readonly multiTenant?: true;
  readonly report?: string;
  readonly tmp?: string;
  readonly threads?: number;
  readonly maxItem?: number;
  readonly maxSize?: number;
  readonly data: string;
}

/** Adds {@link CheckFlags} to a command. */
export function withCheckOptions(command: Command): Command {
  return command
    .option("--roles <names>", "roles beside those of the app: a,b", names)
    .option(
      "--channel-types <names>",
      "channel types beside those of the app, with the longest text each takes: a,b=500",
      channelTypes,
    )
    .option("--lighter-validation-id", "admit `!` in channel ids")
    .option("--multi-tenant", "members must share the channel's team")
    .option("--report <file>", "where to write every issue, as JSON Lines (default: in --data)")
    .option(
      "--tmp <dir>",
      "where to decompress, and to put what does not fit into memory (default: the system's temporary folder)",
    )
    .option(
      "--threads <number>",
      "how many threads check (default: one for each core)",
      threadCount,
    )
    .option("--max-item <size>", "longest item, up to 64MiB (default: 1MiB)", itemSize)
    .option(
      "--max-size <size>",
      "most bytes to decompress or to take from standard input, 0 for any number (default: 10GB)",
      spoolSize,
    )
    .addOption(dataOption());
}

/** A whole number from 1 to `most`. */
export function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}

function names(text: string, before: readonly string[] = []): string[] {
  const found = text.split(",").map((name) => name.trim());
  if (found.some((name) => !/^[\w-]+$/.test(name))) {
    throw new InvalidArgumentError("Give names separated by commas, like captain,mate.");
  }
  return [...before, ...found];
}

function channelTypes(
  text: string,
  before: Readonly<Record<string, number | undefined>> = {},
): Record<string, number | undefined> {
  const found = text.split(",").map((entry) => {
    const match = /^\s*([\w-]+)\s*(?:=\s*([1-9]\d{0,6})\s*)?$/.exec(entry);
    if (!match) {
      throw new InvalidArgumentError("Give names separated by commas, like forum,news=500.");
    }
    return [match[1]!, match[2] === undefined ? undefined : Number(match[2])] as const;
  });
  return { ...before, ...Object.fromEntries(found) };
}
