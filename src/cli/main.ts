import { printError } from "./print-error.ts";
import { buildProgram } from "./program.ts";
import { OutputError } from "./output-error.ts";

// A reader that stops early (`| head`) is no failure; a full disk behind `>` is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.exit(printError(new OutputError(error)));
});

const own = new Set(["-h", "--help", "-V", "--version"]);
const given = process.argv.slice(2);
// What has no command is about the service, but for what is asked of the program itself.
const isServed = given.length === 0 || (given[0]!.startsWith("-") && !own.has(given[0]!));
const words = isServed ? ["serve", ...given] : given;
try {
  const program = await buildProgram(words[0]);
  await program.parseAsync(words, { from: "user" });
} catch (error) {
  process.exitCode = printError(error);
}
