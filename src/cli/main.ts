import { printError } from "./print-error.ts";
import { buildProgram } from "./program.ts";
import { OutputError } from "./output-error.ts";

// A reader that stops early (`| head`) is no failure; a full disk behind `>` is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.exit(printError(new OutputError(error)));
});

const words = process.argv.slice(2);
try {
  await buildProgram().parseAsync(words.length > 0 ? words : ["demo"], { from: "user" });
} catch (error) {
  process.exitCode = printError(error);
}
