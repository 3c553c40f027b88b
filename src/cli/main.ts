import { CommanderError } from "commander";
import pc from "picocolors";
import { exitCode } from "./exit-code.ts";
import { buildProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

// A reader that stops early (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const words = process.argv.slice(2);
try {
  await buildProgram().parseAsync(words.length > 0 ? words : ["demo"], { from: "user" });
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and how to mend it, and gives the exit code. */
function report(error: unknown): number {
  // Commander has already said what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  if (!(error instanceof Error)) throw error;
  if (error.name === "AbortError") {
    console.error("interrupted; nothing was left half done");
    return exitCode.interrupted;
  }
  const line = `${pc.red("error:")} ${error.message}`;
  if (error instanceof UsageError) {
    console.error(line);
    return exitCode.usage;
  }
  if (!("fix" in error)) throw error;
  console.error(`${line}\n${pc.bold("to mend it:")} ${String(error.fix)}`);
  return exitCode.failure;
}
