import { once } from "node:events";
import { pc } from "./colours.ts";
import { onInterrupt } from "./interrupt.ts";
import { nextChange } from "./next-change.ts";
import { printError } from "./print-error.ts";
import { UsageError } from "./usage-error.ts";

const clearScreen = "\u001b[2J\u001b[3J\u001b[H";

/** Does work on files now, and again each time they have changed, until Ctrl-C. Work under way when they change is called off; what keeps it from being done is printed, and may be mended by the next change.
 *
 * @throws UsageError of the work; WatchError when the files cannot be watched */
export async function watchFiles(
  files: readonly string[],
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  using interrupt = onInterrupt();
  while (!interrupt.signal.aborted) {
    using change = nextChange(files);
    const signal = AbortSignal.any([interrupt.signal, change.signal]);
    if (process.stdout.isTTY) process.stdout.write(clearScreen);
    try {
      await work(signal);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      if (!signal.aborted) printError(error);
    }
    if (signal.aborted) continue;
    console.error(pc.dim("  watching for changes; Ctrl-C ends"));
    await once(signal, "abort");
  }
}
