import { spawn } from "node:child_process";
import { cli, follow, plainEnvironment, type Running } from "./run-cli.ts";

/** A command in a terminal, in which one can type. */
export interface InTerminal extends Running {
  readonly types: (text: string) => void;
}

/** Starts the command line in a pseudo terminal, which `script` of util-linux makes. What is typed comes back in the output, as on a screen. */
export function startInTerminal(
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): InTerminal {
  const run = [process.execPath, cli, ...words].map((word) => `'${word}'`).join(" ");
  const command = `stty cols 120 rows 40; exec ${run}`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { ...plainEnvironment(), TERM: "xterm", SHELL: "/bin/sh", ...variables },
  });
  return { ...follow(child), types: (text) => void child.stdin.write(text) };
}
