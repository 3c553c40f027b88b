import { Command } from "commander";
import { asTyped } from "./as-typed.ts";
import { packageFacts } from "./package-facts.ts";

/** What adds each command to the program, in the order of the help. */
const commands = new Map<string, () => Promise<(program: Command) => void>>([
  ["demo", async () => (await import("./demo.ts")).addDemo],
  ["validate", async () => (await import("./validate.ts")).addValidate],
  ["import", async () => (await import("./import.ts")).addImport],
  ["query", async () => (await import("./query.ts")).addQuery],
  ["generate", async () => (await import("./generate.ts")).addGenerate],
  ["serve", async () => (await import("./serve.ts")).addServe],
  ["upload", async () => (await import("./upload.ts")).addUpload],
  ["imports", async () => (await import("./imports.ts")).addImports],
  ["login", async () => (await import("./login.ts")).addLogin],
  ["worker", async () => (await import("./worker.ts")).addWorker],
  ["apps", async () => (await import("./apps.ts")).addApps],
  ["keys", async () => (await import("./keys.ts")).addKeys],
  ["token", async () => (await import("./token.ts")).addToken],
  ["doctor", async () => (await import("./doctor.ts")).addDoctor],
  ["schema", async () => (await import("./schema.ts")).addSchema],
  ["explain", async () => (await import("./explain.ts")).addExplain],
  ["completion", async () => (await import("./completion.ts")).addCompletion],
]);

/** The command line: one command a file. Wrong usage is thrown as a CommanderError.
 *
 * @param first the first word of what was typed: where it names a command, the others are not loaded, because starting would take several times as long */
export async function buildProgram(first?: string): Promise<Command> {
  const { description, version } = packageFacts();
  const program = new Command("chatferry")
    .description(description)
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(add --help to see what it takes)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(asTyped(text)),
      writeErr: (text) => process.stderr.write(asTyped(text)),
    });
  // What completes commands knows all of them.
  const named = first === "completion" ? undefined : commands.get(first ?? "");
  for (const load of named ? [named] : commands.values()) (await load())(program);
  return program;
}
