import { stat } from "node:fs/promises";
import { openSource, type Source, type SourceOptions } from "../analyse/index.ts";
import { formatNumber } from "./numbers.ts";
import type { CheckFlags } from "./options.ts";
import type { Progress } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

/** The import files that a command names, opened. Disposing of it closes them, and removes what was spooled. */
export interface Inputs extends AsyncDisposable {
  readonly sources: readonly Source[];
  /** What a person calls them, in a few words. */
  readonly label: string;
}

/** Opens the files that a command names, `-` for standard input, and shows how far decompressing is.
 *
 * @throws UsageError when a file is named twice; SourceError when one cannot be read */
export async function openInputs(
  files: readonly string[],
  flags: CheckFlags,
  progress: Progress,
  signal: AbortSignal,
): Promise<Inputs> {
  await mustDiffer(files);
  const options: SourceOptions = {
    onSpool: (done, total) => progress.show({ phase: "unpacking", done, total }),
    signal,
    ...(flags.tmp === undefined ? {} : { tmp: flags.tmp }),
    ...(flags.maxSize === undefined ? {} : { maxSize: flags.maxSize }),
  };
  await using opened = new AsyncDisposableStack();
  const sources: Source[] = [];
  for (const file of files) {
    const source = await openSource(file === "-" ? process.stdin : file, options);
    sources.push(opened.use(source));
  }
  const all = opened.move();
  return { sources, label: labelOf(files), [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** A file that is read twice would be full of duplicates, and standard input can only be read once. */
async function mustDiffer(files: readonly string[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const file of files) {
    const identity = file === "-" ? file : await identityOf(file);
    const before = seen.get(identity);
    if (before !== undefined) {
      const as = before === file ? "" : `, first as ${before}`;
      throw new UsageError(`${file} is named twice${as}; name each file once`);
    }
    seen.set(identity, file);
  }
}

/** The same for two paths to one file; the path where it cannot be told, which opening the file will explain. */
async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path;
  }
}

function labelOf([first = "", ...others]: readonly string[]): string {
  const name = first === "-" ? "standard input" : first;
  return others.length === 0 ? name : `${name} and ${formatNumber(others.length)} more`;
}
