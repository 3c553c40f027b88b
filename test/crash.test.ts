import { mkdirSync, watch, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { manyCommunities } from "./community.ts";
import { runCli, startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const times = 30;

/** Resolves when the load has begun to write: the write-ahead log appears with the first transaction. */
function writing(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_event, name) => {
      if (name !== "data.db-wal" || !started(folder)) return;
      watcher.close();
      resolve();
    });
  });
}

/** Whether a load has a checkpoint behind the first item. */
function started(folder: string): boolean {
  try {
    using db = new DatabaseSync(`${folder}/data.db`, { readOnly: true, timeout: 0 });
    return db.prepare("select 1 from loads where next_index > 0").get() !== undefined;
  } catch {
    // Not made yet, or just being written.
    return false;
  }
}

/** Everything in the store but when and by which load it was written. */
function dump(folder: string): string {
  using db = new DatabaseSync(`${folder}/data.db`, { readOnly: true });
  const rows: string[] = [];
  for (const table of ["users", "channels", "members", "messages", "reactions"]) {
    for (const row of db.prepare(`select * from ${table}`).all()) {
      rows.push(JSON.stringify({ ...row, import_id: null }));
    }
  }
  return rows.sort().join("\n");
}

/** Imports files with something happening to the first process while it loads, then again, and compares with an import that was left alone. The transactions do not end where files do. */
async function interrupted(signal: "SIGKILL" | "SIGINT", shares: readonly number[]) {
  using folder = tempFolder();
  const lines = manyCommunities(times).split(/^/m);
  const files = shares.map((share, n) => {
    const file = folder.file(`${n}.jsonl`);
    const from = n === 0 ? 0 : shares[n - 1]! * lines.length;
    writeFileSync(file, lines.slice(from, share * lines.length).join(""));
    return file;
  });
  const words = (name: string) => ["import", ...files, "--yes", "--data", folder.file(name)];
  const place = folder.file("cut");
  mkdirSync(place);
  const begun = writing(place);
  const first = startCli(words("cut"));
  await begun;
  first.process.kill(signal);
  const ended = await first.ended;
  const second = await runCli(words("cut"));
  const whole = await runCli(words("whole"));
  expect(whole.code).toBe(0);
  expect(dump(place)).toBe(dump(folder.file("whole")));
  return { ended, second, whole };
}

test("a load of several files killed half way goes on to the same store and the same account", async () => {
  const { ended, second, whole } = await interrupted("SIGKILL", [0.1, 0.5, 1]);
  expect(ended.code).toBeNull();
  expect(second.code).toBe(0);
  expect(accountOf(second.stdout)).toBe(accountOf(whole.stdout));
}, 120_000);

test("Ctrl-C stops a load cleanly and says how to go on", async () => {
  const { ended, second } = await interrupted("SIGINT", [1]);
  expect(ended.code).toBe(130);
  expect(ended.stdout).toContain("Run the same command again");
  expect(second.code).toBe(0);
}, 120_000);

/** The table of what was created, updated and so on. */
function accountOf(stdout: string): string {
  return stdout.slice(stdout.indexOf("type "), stdout.indexOf("✓", stdout.indexOf("type ")));
}
