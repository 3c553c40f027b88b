import { spawn } from "node:child_process";
import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a process has used, all of its threads together. */
export interface Usage {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time, user and system. */
  readonly cpu: number;
  /** Most memory that was resident, in bytes. */
  readonly peak: number;
  /** What it wrote to standard output. */
  readonly stdout: string;
}

/** How a process is run. */
export interface MeasureOptions {
  /** Exit codes that are right. Default: 0. */
  readonly codes?: readonly number[];
  /** Whether standard output is wanted; else it goes nowhere. */
  readonly output?: boolean;
  /** Whether it may use one core only, the first. */
  readonly oneCore?: boolean;
}

const hook = new URL("report-usage.ts", import.meta.url).href;

/** Path of a file of this project. */
export function projectFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** Runs Node with these words and tells what that took.
 *
 * @throws when it does not end with one of the codes */
export async function measure(
  words: readonly string[],
  { codes = [0], output = false, oneCore = false }: MeasureOptions = {},
): Promise<Usage> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "chatferry-usage-"));
  const path = join(folder.path, "usage.json");
  const began = performance.now();
  const pinned = oneCore ? ["taskset", "--cpu-list", "0"] : [];
  const [program, ...rest] = [...pinned, process.execPath, "--import", hook, ...words] as [string];
  const child = spawn(program, rest, {
    env: { ...process.env, BENCH_USAGE: path },
    stdio: ["ignore", output ? "pipe" : "ignore", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const wall = performance.now() - began;
  if (!codes.includes(code ?? -1)) {
    throw new Error(`${words.join(" ")} ended with ${code}:\n${Buffer.concat(stderr).toString()}`);
  }
  const usage = JSON.parse(await readFile(path, "utf8")) as Pick<Usage, "cpu" | "peak">;
  return { ...usage, wall, stdout: Buffer.concat(stdout).toString() };
}
