import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

/** A PostgreSQL that runs until it is disposed of, or until this process ends, in whatever way. */
export interface RunningPostgres extends AsyncDisposable {
  /** The address of its database `postgres`, for its owner. */
  readonly url: string;
}

/** Starts one on files of its own. */
export async function startPostgres(): Promise<RunningPostgres> {
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL("./guard.ts", import.meta.url))],
    // It stops PostgreSQL when its standard input ends, as it does when this process is killed.
    { stdio: ["pipe", "pipe", "inherit"], detached: true },
  );
  const exit = once(guard, "exit");
  for await (const url of createInterface(guard.stdout)) {
    return {
      url,
      [Symbol.asyncDispose]: async () => {
        guard.stdin.end();
        await exit;
      },
    };
  }
  throw new Error("PostgreSQL did not start; what it said stands above.");
}
