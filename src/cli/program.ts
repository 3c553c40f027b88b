import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addCompletion } from "./completion.ts";
import { addDemo } from "./demo.ts";
import { addExplain } from "./explain.ts";
import { addGenerate } from "./generate.ts";
import { addImport } from "./import.ts";
import { addQuery } from "./query.ts";
import { addSchema } from "./schema.ts";
import { addValidate } from "./validate.ts";
import { addWorker } from "./worker.ts";

const packageFile = new URL("../../package.json", import.meta.url);

/** The command line: one command a file. Wrong usage is thrown as a CommanderError. */
export function buildProgram(): Command {
  const { description, version } = JSON.parse(readFileSync(packageFile, "utf8")) as {
    description: string;
    version: string;
  };
  const program = new Command("chatferry")
    .description(description)
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(add --help to see what it takes)")
    .exitOverride();
  addDemo(program);
  addValidate(program);
  addImport(program);
  addQuery(program);
  addGenerate(program);
  addWorker(program);
  addSchema(program);
  addExplain(program);
  addCompletion(program);
  return program;
}
