import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The entry of the command line. */
export const cli = fileURLToPath(new URL("../bin/chatferry.js", import.meta.url));

/** What a finished command has said. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves when what has been printed since the last call, on either stream, matches. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly ended: Promise<Ran>;
}

/** Starts the command line as a process of its own, as from a shell that is piped.
 *
 * @param under a command that runs it, with its first words.
 * @param variables of the environment beside those of this process. */
export function startCli(
  words: readonly string[],
  input?: string | Uint8Array,
  under: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
): Running {
  const [program, ...args] = [...under, process.execPath, cli, ...words];
  const child = spawn(program!, args, { env: { ...plainEnvironment(), ...variables } });
  child.stdin.end(input);
  return follow(child);
}

/** The environment without what changes how the command line behaves, and without a login. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const changing = /^(CHATFERRY_|FORCE_COLOR$|NO_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !changing.test(name));
  return { ...Object.fromEntries(kept), XDG_CONFIG_HOME: "/nonexistent" };
}

/** Takes down what a process says, and waits for its end. */
export function follow(child: ChildProcessWithoutNullStreams): Running {
  child.stdin.on("error", () => undefined);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
  return { process: child, ended, says: listener(child) };
}

/** Runs the command line to its end. */
export function runCli(words: readonly string[], input?: string | Uint8Array): Promise<Ran> {
  return startCli(words, input).ended;
}

function listener({ stdout, stderr }: ChildProcess): Running["says"] {
  let heard = "";
  let check = (): void => undefined;
  for (const stream of [stdout, stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      check();
    });
  }
  return (pattern) =>
    new Promise((resolve) => {
      check = () => {
        if (!pattern.test(heard)) return;
        heard = "";
        check = () => undefined;
        resolve();
      };
      check();
    });
}
