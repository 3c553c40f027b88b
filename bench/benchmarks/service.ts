import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type ApiKey, openControl, openStore } from "../../src/store/index.ts";
import { ApiClient } from "../../test/api-client.ts";
import type { Benchmark } from "../benchmark.ts";
import { against, shown } from "../figures.ts";
import { itemCounts, loadFile } from "../load-file.ts";
import { projectFile } from "../measure.ts";
import { askSteadily, perSecond } from "../requests.ts";

/** How long it is asked while nothing is imported, in milliseconds. */
const calm = 20_000;

/** What one tick of processor time is in /proc, in milliseconds. */
const tick = 10;

/** How the service answers while it imports. */
export const benchmark: Benchmark = {
  title: "The service",
  about: `\`chatferry serve\` as a process of its own on a store that a generated file was loaded into, asked ${perSecond} times a second for lists of channels, a channel with 25 messages and 30 members, users and members, in turn, by a program on the same machine: first while nothing else happens, then while the same file, uploaded for another app, is checked and loaded. Times count from when a request was due, so that none hides behind one before; they are of the clock, and whatever else the machine does adds to them. Run once.`,
  async run({ size, files }) {
    const file = await files.file({ size, container: "lines" });
    const folder = files.unused();
    await loadFile(file, folder, await itemCounts(file, files));
    const { key, other, channels } = await prepare(folder);
    const words = ["serve", "--port", "0", "--data", folder, "--log-level", "error"];
    const limits = ["--rate-limit", "0", "--address-limit", "0", "--max-upload", "0"];
    const child = spawn(process.execPath, [projectFile("bin/chatferry.js"), ...words, ...limits], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const url = /http:\S+/.exec(line.toString())![0];
      const reader = new ApiClient(url, key);
      const importer = new ApiClient(url, other);
      const ends = performance.now() + calm;
      const before = cpu(child);
      const idle = await askSteadily(reader, channels, () => performance.now() < ends);
      const each = (cpu(child) - before) / idle.count;
      const start = cpu(child);
      const place = await importer.place("export.jsonl");
      await importer.put(place, file);
      const upload = cpu(child) - start;
      const { id } = await importer.step("POST", "/imports", { path: place.path });
      const checked = importer.reaches(id, "importing");
      const checking = await askWhile(reader, channels, checked);
      const loading = await askWhile(reader, channels, importer.reaches(id, "completed"));
      const goal = { most: 100 };
      return [
        shown("upload, processor time", upload, "s"),
        shown("one answer, processor time", each, "ms"),
        shown("answers while nothing else happens, p50", idle.p50, "ms"),
        shown("the same, p99", idle.p99, "ms"),
        shown("answers while a file is checked, p50", checking.p50, "ms"),
        against("the same, p99", checking.p99, "ms", goal),
        shown("answers while it is loaded, p50", loading.p50, "ms"),
        against("the same, p99", loading.p99, "ms", goal),
      ];
    } finally {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    }
  },
};

/** Keys of the app that is read and of one that is imported into, and the channels that are asked about. */
async function prepare(
  folder: string,
): Promise<{ key: ApiKey; other: ApiKey; channels: readonly string[] }> {
  await using store = await openStore({ folder });
  await using control = await openControl({ folder });
  await store.createApp("other", "development");
  await store.updateApp("other", { confirm: "automatic" });
  const { items } = await store.channels("default", { limit: 300 });
  return {
    key: await control.createKey("default", "reads"),
    other: await control.createKey("other", "imports"),
    channels: items.map(({ cid }) => String(cid)).filter((cid) => !cid.includes("!")),
  };
}

async function askWhile(
  client: ApiClient,
  channels: readonly string[],
  end: Promise<unknown>,
): ReturnType<typeof askSteadily> {
  let over = false;
  const ended = end.finally(() => {
    over = true;
  });
  const answers = await askSteadily(client, channels, () => !over);
  await ended;
  return answers;
}

/** Processor time of a process so far, in milliseconds. */
function cpu({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
