import { spawn } from "node:child_process";
import { once } from "node:events";
import { cli, follow, plainEnvironment, type Ran } from "./run-cli.ts";

/** A finished command, and the most memory that it took. */
export interface Measured extends Ran {
  /** Bytes of resident memory at the highest. */
  readonly peak: number;
}

const tell =
  'import{writeSync}from"node:fs";import{isMainThread}from"node:worker_threads";' +
  'if(isMainThread)process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

/** Runs the command line to its end, and measures its memory. */
export async function runMeasured(words: readonly string[]): Promise<Measured> {
  const script = `data:text/javascript,${encodeURIComponent(tell)}`;
  const child = spawn(process.execPath, ["--import", script, cli, ...words], {
    env: plainEnvironment(),
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  child.stdin.end();
  const kilobytes: Buffer[] = [];
  const told = child.stdio[3]!;
  told.on("data", (chunk: Buffer) => kilobytes.push(chunk));
  const [ran] = await Promise.all([follow(child).ended, once(told, "close")]);
  return { ...ran, peak: Number(Buffer.concat(kilobytes).toString()) * 1024 };
}
