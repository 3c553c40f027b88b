import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { expect, test } from "vitest";
import type { CheckedItem } from "../../format/index.ts";
import { load, type LoadOptions } from "../load.ts";
import type { LoadOutcome } from "../load-items.ts";
import type { LoadProgress } from "../load-state.ts";
import { openStore } from "../open-store.ts";
import type { Reconciliation } from "../reconciliation.ts";
import { type FileIdentity, openFileRange } from "../../analyse/index.ts";
import { dump } from "./dump.ts";
import { requestFor } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace, StorePlace } from "./store-place.ts";

/** Enough for several transactions. */
const items: readonly CheckedItem[] = [
  ...sampleItems,
  ...Array.from({ length: 70_000 }, (_, i): CheckedItem => ({
    type: "message",
    item: {
      id: i % 3 === 0 ? null : `big${i}`,
      channel_type: "messaging",
      channel_id: "hall",
      user: "bo",
      text: `message ${i}`,
      created_at: `2024-05-02T${String(i % 24).padStart(2, "0")}:00:00Z`,
    },
  })),
];

/** A load in a thread of its own, and whatever may end it. */
export function crashContract(makePlace: MakePlace): void {
  test("a load stopped by its signal says where, and the same call completes it", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const abort = new AbortController();
    const options = loadOptions(place, file);
    const stopped = await load({
      ...options,
      onProgress: () => abort.abort(),
      signal: abort.signal,
    });
    if (stopped.kind !== "stopped") throw new Error("it was not stopped");
    expect(stopped.checkpoint.index).toBeLessThan(items.length);

    const seen: LoadProgress[] = [];
    const outcome = await load({ ...options, onProgress: (progress) => seen.push(progress) });
    expect(outcome.resumedFrom).toBe(stopped.checkpoint.index);
    expect(seen[0]).toEqual({ checkpoint: stopped.checkpoint, counts: stopped.counts });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)?.checkpoint.index).toBe(items.length);
    expect({ ...outcome, resumedFrom: 0 }).toEqual(await cleanLoad(makePlace, file, place));
  });

  test("a load that was asked to stop before it began writes nothing", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const signal = AbortSignal.abort();
    const outcome = await load({ ...loadOptions(place, file), signal });
    expect(outcome).toMatchObject({ kind: "stopped", checkpoint: { index: 0, offset: 0 } });
  });

  test("a process killed in the middle of a load loses nothing and doubles nothing", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    let before = 0;
    for (const transactions of [0, 1, 1]) {
      const { checkpoint } = await loadInChild(loadOptions(place, file), transactions);
      expect(checkpoint?.index).toBeGreaterThanOrEqual(before + transactions);
      expect(checkpoint?.index).toBeLessThan(items.length);
      before = checkpoint!.index;
    }
    const outcome = await load(loadOptions(place, file));
    expect(outcome.resumedFrom).toBe(before);
    expect({ ...outcome, resumedFrom: 0 }).toEqual(await cleanLoad(makePlace, file, place));
  });

  test("of two processes that load the same file, one completes it and the other finds it there", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const options = loadOptions(place, file);
    const ends = await Promise.all([loadInChild(options), loadInChild(options)]);
    const [first, second] = ends.toSorted((a, b) => a.load! - b.load!);
    expect(first).toEqual(await cleanLoad(makePlace, file, place));
    expect(second).toMatchObject({ kind: "completed", load: 2, resumedFrom: 0 });
    const { created, unchanged } = second!.reconciliation!.message;
    expect({ created, unchanged }).toEqual({ created: 0, unchanged: 70_012 });
  });

  test("a load that waits for another one says so once, and gives up in the end", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const options = loadOptions(place, file);
    let waits = 0;
    const onWaiting = () => waits++;
    let other: Promise<unknown> | undefined;
    // The first one is told how far it is while it is at work.
    const onProgress = () => {
      const request = { ...options.request, fingerprint: "f2" };
      other ??= load({ ...options, request, onWaiting, waitAtMost: 0 }).catch(
        (error: unknown) => error,
      );
    };
    const outcome = await load({ ...options, onProgress });
    expect(await other).toMatchObject({
      code: "store_locked",
      fix: expect.stringContaining("Wait until it has finished"),
    });
    expect(waits).toBe(1);
    expect(outcome).toEqual(await cleanLoad(makePlace, file, place));
  });

  test("two processes that load different files both complete", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const options = loadOptions(place, file);
    const other = { ...options, request: { ...options.request, fingerprint: "f2" } };
    const ends = await Promise.all([loadInChild(options), loadInChild(other)]);
    expect(ends.map(({ kind }) => kind)).toEqual(["completed", "completed"]);
  });

  test("what fails in the thread is thrown with its code and its fix", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const options = loadOptions(place, file);
    const shop = { ...options, request: { ...options.request, app: "shop" } };
    await expect(load(shop)).rejects.toMatchObject({
      name: "StoreError",
      code: "app_not_found",
      fix: /default/,
    });
    await expect(
      load({ ...options, files: [{ ...file.identity, path: `${file.path}.gone` }] }),
    ).rejects.toMatchObject({
      name: "SourceError",
      code: "not_found",
    });
  });

  test("a file that is no longer what was analysed is not loaded", async () => {
    await using place = await makePlace();
    await using file = await itemFile();
    const options = loadOptions(place, file);
    await writeFile(file.path, '{"type":"user","item":{"id":"ana","role":"captain"}}\n');
    await expect(load(options)).rejects.toMatchObject({ name: "SourceError", code: "changed" });
    await using store = await openStore(place.location);
    expect(await store.countItems("default")).toMatchObject({ user: 0 });
  });
}

interface ItemFile {
  readonly path: string;
  readonly identity: FileIdentity;
}

function loadOptions(place: StorePlace, { identity }: ItemFile): LoadOptions {
  return { store: place.location, files: [identity], request: requestFor(items) };
}

async function itemFile(): Promise<ItemFile & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "chatferry-items-"));
  const path = join(folder, "items.jsonl");
  await writeFile(path, items.map((item) => `${JSON.stringify(item)}\n`).join(""));
  await using opened = await openFileRange(path);
  return {
    path,
    identity: { path, name: path, stamp: opened.stamp },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** Loads the file without interruption into a store of its own, holds the other store against that one, and gives how the load ended. */
async function cleanLoad(
  makePlace: MakePlace,
  file: ItemFile,
  place: StorePlace,
): Promise<LoadOutcome> {
  await using other = await makePlace();
  const outcome = await load(loadOptions(other, file));
  await using clean = await openStore(other.location);
  await using store = await openStore(place.location);
  expect(await dump(store)).toEqual(await dump(clean));
  return outcome;
}

/** The last that a process told of its load: how far it had come, how it ended, or what failed. */
type LastWord = Partial<LoadProgress> & {
  readonly kind?: string;
  readonly load?: number;
  readonly resumedFrom?: number;
  readonly reconciliation?: Reconciliation;
  readonly code?: string;
};

/** Loads in a process of its own.
 *
 * @param killAfter how many transactions it comes through before it is killed. */
async function loadInChild(options: LoadOptions, killAfter = Infinity): Promise<LastWord> {
  const module = JSON.stringify(new URL("../load.ts", import.meta.url).href);
  // No flags: the thread of the load would inherit them.
  const code = `
    let transactions = 0;
    const print = (value) => console.log(JSON.stringify(value));
    const onProgress = (progress) => {
      print(progress);
      if (transactions++ === ${killAfter}) process.kill(process.pid, "SIGKILL");
    };
    import(${module})
      .then(({ load }) => load({ ...${JSON.stringify(options)}, onProgress }))
      .then(print, (error) => print({ kind: "failed", code: error.code }));`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  let last = "";
  for await (const line of createInterface(child.stdout)) last = line;
  expect(await exit).toEqual(killAfter === Infinity ? [0, null] : [null, "SIGKILL"]);
  return JSON.parse(last) as LastWord;
}
