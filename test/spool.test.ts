import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, watch, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { manyCommunities } from "./community.ts";
import { cli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

/** Resolves when something is spooled into the folder. */
function spooling(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (readdirSync(folder).length === 0) return;
      watcher.close();
      resolve();
    });
  });
}

test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s removes what was spooled of standard input",
  async (signal) => {
    using folder = tempFolder();
    using tmp = tempFolder();
    const spooled = spooling(tmp.path);
    const words = ["validate", "-", "--tmp", tmp.path, "--data", folder.path];
    const child = spawn(process.execPath, [cli, ...words], { stdio: "pipe" });
    const ended = once(child, "exit");
    // More is to come, but never does.
    child.stdin.write("[");
    await spooled;
    child.kill(signal);
    expect(await ended).toEqual([130, null]);
    expect(readdirSync(tmp.path)).toEqual([]);
  },
);

test("a reader that leaves early lets nothing spooled behind, of several inputs either", async () => {
  using folder = tempFolder();
  using tmp = tempFolder();
  const [one, other] = [folder.file("one.jsonl.gz"), folder.file("other.jsonl.gz")];
  const users = Array.from({ length: 20_000 }, () => '{"type":"user","item":{}}\n').join("");
  writeFileSync(one, gzipSync(users));
  writeFileSync(other, gzipSync(manyCommunities(1)));
  const command = `"${process.execPath}" "${cli}" validate "${one}" "${other}" --format jsonl --tmp "${tmp.path}" --data "${folder.path}" | head -n 1`;
  const child = spawn("sh", ["-c", command], { stdio: ["ignore", "pipe", "inherit"] });
  const [out] = await Promise.all([child.stdout.toArray(), once(child, "close")]);
  expect(Buffer.concat(out as Buffer[]).toString()).toMatch(/^\{"code":"required_field".*\n$/);
  expect(readdirSync(tmp.path)).toEqual([]);
});
