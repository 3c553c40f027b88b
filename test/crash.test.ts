import { mkdirSync, watch, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { accountOf } from "./account-of.ts";
import { manyCommunities } from "./community.ts";
import { killedImports } from "./killed-imports.ts";
import { runCli, startCli } from "./run-cli.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder } from "./temp-folder.ts";

const times = 30;

test("an import of several files that is killed again and again ends in the same store and the same account", async () => {
  using folder = tempFolder();
  const lines = manyCommunities(times).split(/^/m);
  // Transactions do not end where files do.
  const shares = [0, 0.1, 0.5, 1].map((share) => share * lines.length);
  const files = ["a.jsonl", "b.jsonl", "c.jsonl"].map((name) => folder.file(name));
  for (const [n, file] of files.entries()) {
    writeFileSync(file, lines.slice(shares[n], shares[n + 1]).join(""));
  }
  const [one, other] = [folder.file("whole"), folder.file("cut")];
  const moments = Array.from({ length: 5 }, Math.random);
  console.log("killed at", moments);
  const { whole, killed, last } = await killedImports(files, one, other, moments);
  expect(whole.code).toBe(0);
  expect(killed.length).toBeGreaterThan(0);
  expect(last.code).toBe(0);
  expect(accountOf(last.stdout)).toBe(accountOf(whole.stdout));
  expect(storeDifference(one, other)).toBeUndefined();
}, 240_000);

test("Ctrl-C stops a load cleanly and says how to go on, and the next run says from where it goes on", async () => {
  using folder = tempFolder();
  const file = folder.file("many.jsonl");
  writeFileSync(file, manyCommunities(times));
  const words = ["import", file, "--yes", "--data", folder.file("cut")];
  mkdirSync(folder.file("cut"));
  const begun = checkpoint(folder.file("cut"));
  const first = startCli(words);
  await begun;
  first.process.kill("SIGINT");
  const stopped = await first.ended;
  expect(stopped.code).toBe(130);
  expect(stopped.stdout).toContain("Run the same command again");
  const [, at] = /Stopped after ([\d,]+) items/.exec(stopped.stdout)!;

  const second = await runCli([...words, "--format", "json"]);
  expect(second.code).toBe(0);
  const { resumed_from } = JSON.parse(second.stdout) as { resumed_from: number };
  expect(resumed_from).toBe(Number(at!.replaceAll(",", "")));
  expect(resumed_from).toBeGreaterThan(0);
}, 120_000);

/** Resolves when a load has a checkpoint behind the first item. */
function checkpoint(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_event, name) => {
      if (name !== "data.db-wal" || !hasCheckpoint(folder)) return;
      watcher.close();
      resolve();
    });
  });
}

function hasCheckpoint(folder: string): boolean {
  try {
    using db = new DatabaseSync(`${folder}/data.db`, { readOnly: true, timeout: 0 });
    return db.prepare("select 1 from loads where next_index > 0").get() !== undefined;
  } catch {
    // Not made yet, or just being written.
    return false;
  }
}
