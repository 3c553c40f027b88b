import { printError } from "./print-error.ts";
import { buildProgram } from "./program.ts";
import { OutputError } from "./output-error.ts";

// A reader that stops early (`| head`) is no failure; a full disk behind `>` is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.exit(printError(new OutputError(error)));
});

const given = process.argv.slice(2);
const words = given.length > 0 ? given : ["serve"];
try {
  const program = await buildProgram(words[0]);
  await program.parseAsync(words, { from: "user" });
} catch (error) {
  process.exitCode = printError(error);
}
