import { mkdirSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { tryLoadLock } from "../src/store/sqlite/load-lock.ts";
import { manyCommunities } from "./community.ts";
import { runCli, type Running, startCli } from "./run-cli.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder, type TempFolder } from "./temp-folder.ts";

/** Two files that have most items in common, and say different things of them. */
function twoFiles(folder: TempFolder): readonly string[] {
  const files = ["a.jsonl", "b.jsonl"].map((name) => folder.file(name));
  writeFileSync(files[0]!, manyCommunities(10));
  writeFileSync(files[1]!, manyCommunities(12).replaceAll('"text":"', '"text":"b: '));
  return files;
}

const importInto = (data: string, file: string) => ["import", file, "--yes", "--data", data];

test("two imports into one new store at once end as one after the other does", async () => {
  using folder = tempFolder();
  const files = twoFiles(folder);
  const [together, apart] = [folder.file("together"), folder.file("apart")];
  const both = files.map((file) => startCli(importInto(together, file)));
  for (const ran of await Promise.all(both.map(({ ended }) => ended))) {
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining("accounted for") });
  }
  for (const file of loaded(together)) await runCli(importInto(apart, file));
  expect(loaded(apart)).toHaveLength(2);
  expect(storeDifference(together, apart)).toBeUndefined();
}, 120_000);

test("of two imports of the same file at once, one changes nothing", async () => {
  using folder = tempFolder();
  const [file] = twoFiles(folder);
  const words = [...importInto(folder.file("data"), file!), "--format", "json"];
  const both = await Promise.all([startCli(words).ended, startCli(words).ended]);
  const accounts = both.map(({ stdout }) => {
    const { reconciliation } = JSON.parse(stdout) as {
      reconciliation: { message: Record<string, number> };
    };
    return reconciliation.message;
  });
  const [created, unchanged] = accounts.toSorted((a, b) => b["created"]! - a["created"]!);
  expect(created).toMatchObject({ created: created!["in_file"], unchanged: 0 });
  expect(unchanged).toMatchObject({ created: 0, updated: 0, unchanged: created!["in_file"] });
}, 120_000);

test("an import that finds another one at work says that it waits, and goes on after it", async () => {
  using folder = tempFolder();
  const [file] = twoFiles(folder);
  const data = folder.file("data");
  mkdirSync(data);
  const other = tryLoadLock(`${data}/load.lock`)!;
  const running = startCli(importInto(data, file!));
  await saidThatItWaits(running);
  other[Symbol.dispose]();
  expect(await running.ended).toMatchObject({ code: 0 });
}, 120_000);

test("Ctrl-C ends an import that waits for another one, with nothing written", async () => {
  using folder = tempFolder();
  const [file] = twoFiles(folder);
  const data = folder.file("data");
  mkdirSync(data);
  using _other = tryLoadLock(`${data}/load.lock`);
  const running = startCli(importInto(data, file!));
  await saidThatItWaits(running);
  running.process.kill("SIGINT");
  expect(await running.ended).toMatchObject({ code: 130 });
  expect(loaded(data)).toEqual([]);
}, 120_000);

/** The files of the loads in a store, in their order. */
function loaded(folder: string): string[] {
  using db = new DatabaseSync(`${folder}/data.db`, { readOnly: true });
  const loads = db.prepare("select file_name from loads order by id").all();
  return loads.map((load) => load["file_name"] as string);
}

function saidThatItWaits({ process }: Running): Promise<void> {
  return new Promise((resolve) => {
    process.stderr!.on("data", (text: Buffer) => {
      if (text.includes("Another process is loading into this store")) resolve();
    });
  });
}
