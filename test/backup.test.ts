import { execFile } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ApiClient } from "./api-client.ts";
import { manyCommunities } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { runCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder } from "./temp-folder.ts";

test("a backup of no store, or over one, is refused in words", async () => {
  using folder = tempFolder();
  const backup = (...words: string[]) =>
    promisify(execFile)(process.execPath, ["deploy/backup.mjs", ...words]);
  await expect(backup()).rejects.toMatchObject({ stderr: expect.stringMatching(/^usage: /) });
  const none = backup(folder.path, folder.file("copy"));
  await expect(none).rejects.toMatchObject({ stderr: expect.stringMatching(/^There is no store/) });
  await runCli(["apps", "create", "shop", "--data", folder.file("data")]);
  await backup(folder.file("data"), folder.file("copy"));
  const again = backup(folder.file("data"), folder.file("copy"));
  await expect(again).rejects.toMatchObject({ stderr: expect.stringContaining("there already") });
});

/** The commands that the documentation says to run, as a script. */
const [, commands] = /```sh\n(.*?)```/s.exec(readFileSync("docs/operations.md", "utf8"))!;

test("a copy made as documented while a file is loaded is whole, and goes on from where it is", async () => {
  using folder = tempFolder();
  const [data, copy] = [folder.file("data"), folder.file("copy")];
  const file = folder.file("many.jsonl");
  writeFileSync(file, manyCommunities(12));
  const served = await startServe(data);
  const key = await makeKey(data);
  const client = new ApiClient(served.url, key);
  const place = await client.place("many.jsonl");
  await client.put(place, file);
  await client.step("POST", "/imports", { path: place.path });
  await client.reaches(place.id, "waiting_confirmation");
  await client.step("POST", `/imports/${place.id}/confirm`);
  const script = commands!.replace("deploy/", `${resolve("deploy")}/`);
  const PATH = `${dirname(process.execPath)}:${process.env["PATH"]}`;
  await promisify(execFile)("sh", ["-ec", script], {
    cwd: folder.path,
    env: { ...process.env, PATH },
  });
  expect(statSync(`${copy}/control.db`).mode & 0o077).toBe(0);
  await client.reaches(place.id, "completed");
  served.process.kill("SIGTERM");
  await served.ended;
  const restored = await startServe(copy);
  const { reconciliation } = await new ApiClient(restored.url, key).reaches(place.id, "completed");
  expect(reconciliation!["message"]!["in_file"]).toBe(12 * 1382);
  restored.process.kill("SIGTERM");
  await restored.ended;
  expect(storeDifference(data, copy)).toBeUndefined();
}, 120_000);
