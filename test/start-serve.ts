import { once } from "node:events";
import { type Running, startCli } from "./run-cli.ts";

/** A service under way. */
export interface Served extends Running {
  readonly url: string;
  /** Makes the first account; undefined where there is one. */
  readonly setupLink: string | undefined;
}

/** Starts `chatferry serve` on a folder, on a free port, and waits until it is ready.
 *
 * @param under a command that runs it, with its first words. */
export async function startServe(
  data: string,
  variables: NodeJS.ProcessEnv = {},
  under: readonly string[] = [],
): Promise<Served> {
  const running = startCli(["serve", "--port", "0", "--data", data], undefined, under, {
    CHATFERRY_RATE_LIMIT: "0",
    CHATFERRY_LEASE: "2",
    ...variables,
  });
  const ready = Promise.withResolvers<Pick<Served, "url" | "setupLink">>();
  running.process.stdout!.on("data", (line: Buffer) => {
    const lines =
      /^Chatferry listens at (\S+)\n(?:Make the first account, within a day: (\S+)\n)?$/;
    const [, url, setupLink] = lines.exec(line.toString()) ?? [];
    if (url !== undefined) ready.resolve({ url, setupLink });
  });
  const ended = running.ended.then(({ stderr }) => {
    throw new Error(`serve ended before it was ready: ${stderr}`);
  });
  await Promise.race([once(running.process, "spawn"), ended]);
  return { ...running, ...(await Promise.race([ready.promise, ended])) };
}
