import type { Command } from "commander";
import { pc } from "./colours.ts";
import { commandName } from "./command-name.ts";
import { examples, explanations, type IssueCode, oneEditApart } from "../format/index.ts";
import { UsageError } from "./usage-error.ts";

/** `chatferry explain CODE`: what an issue code means and how to mend it. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("what an issue code means, and how to mend it")
    .description(
      "Tells the cause of an issue code, how to mend it, and shows an example. Without a code, lists them all.",
    )
    .argument("[code]", "an issue code, such as user_not_found")
    .addHelpText("after", "\nExamples:\n  chatferry explain user_not_found\n  chatferry explain")
    .action((code?: string) => console.log(code === undefined ? list() : explain(code)));
}

function list(): string {
  const codes = Object.entries(explanations);
  const width = Math.max(...codes.map(([code]) => code.length));
  return codes
    .map(([code, { severity, cause }]) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${cause}`)
    .join("\n");
}

function explain(asked: string): string {
  const code = asked.toLowerCase();
  if (!Object.hasOwn(explanations, code)) {
    const near = Object.keys(explanations).find((known) => oneEditApart(known, code));
    const ask = near === undefined ? "" : ` did you mean ${near}?`;
    throw new UsageError(
      `there is no issue code ${asked};${ask} ${commandName} explain lists them all`,
    );
  }
  const { severity, cause, mend } = explanations[code as IssueCode];
  const example = examples[code as IssueCode];
  return [
    `${pc.bold(code)} ${pc.dim(`(${severity})`)}`,
    cause,
    `${pc.bold("To mend it:")} ${mend}`,
    ...(example === undefined
      ? []
      : [`${pc.bold("Example of a file that has it:")}\n${example.trimEnd()}`]),
  ].join("\n\n");
}
