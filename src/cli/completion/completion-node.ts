import type { Argument, Command, Option } from "commander";
import { explanations } from "../../format/index.ts";

/** What may stand as the value of a flag or an argument: a file, a folder, one of some words, or what only the person knows. */
export type CompletionValue = "file" | "folder" | "any" | readonly CompletionWord[];

/** A word to choose, and what it means. */
export interface CompletionWord {
  readonly word: string;
  readonly meaning: string;
}

/** A flag of a command. */
export interface CompletionFlag {
  /** `--yes` and `-y`. */
  readonly names: readonly string[];
  readonly meaning: string;
  /** Undefined where the flag takes none. */
  readonly value: CompletionValue | undefined;
}

/** A command, and what may follow it. */
export interface CompletionNode {
  /** The words that lead to it, each behind a slash: `/query/users`; empty for the program itself. */
  readonly path: string;
  readonly flags: readonly CompletionFlag[];
  /** What stands behind it that is no flag. */
  readonly next: CompletionValue;
}

/** Every command of a program, as shells need to know it to complete what is typed. Read from the program itself, where the name of a value tells what it is: `<file>`, `<dir>` and `<code>`. */
export function completionNodes(command: Command, path = ""): CompletionNode[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const words = commands.map((child) => ({
    word: child.name(),
    meaning: help.subcommandDescription(child),
  }));
  const [argument] = help.visibleArguments(command);
  const node: CompletionNode = {
    path,
    flags: help.visibleOptions(command).map(flagOf),
    next: argument === undefined ? words : valueOf(argument, argument.name()),
  };
  return [node, ...commands.flatMap((child) => completionNodes(child, `${path}/${child.name()}`))];
}

function flagOf(option: Option): CompletionFlag {
  const [, name] = /[<[]([\w-]+)/.exec(option.flags) ?? [];
  return {
    names: [option.long, option.short].filter((flag) => flag !== undefined),
    meaning: option.description,
    value: name === undefined ? undefined : valueOf(option, name),
  };
}

function valueOf({ argChoices }: Argument | Option, name: string): CompletionValue {
  if (argChoices) return argChoices.map((word) => ({ word, meaning: "" }));
  if (name === "file") return "file";
  if (name === "dir") return "folder";
  if (name !== "code") return "any";
  return Object.entries(explanations).map(([word, { cause }]) => ({ word, meaning: cause }));
}
