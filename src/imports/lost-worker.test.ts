import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { expect, test } from "vitest";
import { allPages } from "../store/contract/dump.ts";
import type { Store } from "../store/index.ts";
import {
  manyMessages,
  reached,
  type TempImports,
  tempImports,
  upload,
} from "./contract/temp-imports.ts";
import { work } from "./contract/work.ts";
import { throttleImport } from "./throttle-import.ts";
import type { WorkerOptions } from "./worker-options.ts";

const lease = 1_000;

/** A worker in a process of its own. */
interface WorkerProcess extends AsyncDisposable {
  /** What it has told so far: `kind state id`. */
  readonly said: readonly string[];
  /** Resolves when it has told something that matches. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Ends it without a word. */
  readonly kill: () => Promise<void>;
}

function startWorker(
  { location }: TempImports,
  options: Partial<WorkerOptions> = {},
): WorkerProcess {
  const module = JSON.stringify(new URL("index.ts", import.meta.url).href);
  const start = JSON.stringify({ location, lease, beat: 50, poll: 50, ...options });
  // No flags: the threads of an analysis would inherit them.
  const code = `
    const stop = new AbortController();
    process.on("SIGTERM", () => stop.abort());
    import(${module}).then(async ({ openImports, runWorker }) => {
      const imports = await openImports(${JSON.stringify(location)});
      console.log("ready");
      await runWorker(imports, {
        ...${start},
        signal: stop.signal,
        onEvent: ({ kind, record, error }) => console.log(kind, record?.state ?? error, record?.id),
      });
    });`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const hear = () => {
    for (const look of waiting) look();
  };
  createInterface(child.stdout).on("line", (line) => {
    said.push(line);
    hear();
  });
  return {
    said,
    says: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const line = said.find((text) => pattern.test(text));
          if (line === undefined) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await exit;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await exit;
    },
  };
}

test("a worker killed in the middle of an analysis is taken over", async () => {
  await using imports = await tempImports();
  const { id } = await upload(imports, manyMessages(30_000));
  await using first = startWorker(imports);
  await first.says(/^taken analyzing/);
  await first.kill();
  await using second = startWorker(imports);
  const waiting = await reached(imports, id, "waiting_confirmation");
  expect(second.said).toContain(`taken analyzing ${id}`);
  expect(waiting.result).toMatchObject({ elements: 30_000, issues: { errors: 0 } });
  expect(waiting.history.map(({ next }) => next)).toEqual([
    "uploaded",
    "analyzing",
    "waiting_confirmation",
  ]);
});

test("a worker killed again and again in a load is taken over, and the store is that of one clean load", async () => {
  const text = manyMessages(30_000);
  await using clean = await tempImports();
  await using imports = await tempImports();
  for (const place of [clean, imports]) {
    await place.store.updateApp("default", { confirm: "automatic" });
  }
  const { id } = await upload(imports, text, { throttle: 5_000 });
  let before = -1;
  for (let kills = 0; kills < 3; kills++) {
    await using worker = startWorker(imports);
    const { progress } = await reached(
      imports,
      id,
      (record) =>
        record.state === "importing" &&
        (record.progress?.items ?? 0) > before &&
        worker.said.includes(`taken importing ${id}`),
    );
    await worker.kill();
    before = progress?.items ?? 0;
  }
  await throttleImport(imports, "default", id, null);
  await using _last = startWorker(imports);
  const done = await reached(imports, id, "completed");
  await using _cleanWorker = work(clean);
  const other = await upload(clean, text);
  const once = await reached(clean, other.id, "completed");
  expect(done.reconciliation).toEqual(once.reconciliation);
  expect(await everything(imports.store)).toEqual(await everything(clean.store));
});

test("a worker that was asked to stop lets go at once for another, however long its lease", async () => {
  await using imports = await tempImports();
  await imports.store.updateApp("default", { confirm: "automatic" });
  const { id } = await upload(imports, manyMessages(20_000), { throttle: 2_000 });
  {
    await using first = startWorker(imports, { lease: 600_000 });
    await first.says(/^taken importing/);
    await reached(imports, id, ({ progress }) => (progress?.items ?? 0) > 0);
  }
  await throttleImport(imports, "default", id, null);
  await using _second = startWorker(imports);
  const { reconciliation } = await reached(imports, id, "completed");
  expect(reconciliation?.message).toMatchObject({ created: 19_997, unchanged: 0 });
});

test("workers in two processes share the imports, and none is done twice", async () => {
  await using imports = await tempImports();
  await imports.store.updateApp("default", { confirm: "automatic" });
  await using one = startWorker(imports, { lease: 600_000 });
  await using two = startWorker(imports, { lease: 600_000 });
  await Promise.all([one.says(/ready/), two.says(/ready/)]);
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) ids.push((await upload(imports, manyMessages(500))).id);
  for (const id of ids) await reached(imports, id, "completed");
  const taken = [...one.said, ...two.said].filter((line) => line.startsWith("taken"));
  const expected = ids.flatMap((id) => [`taken analyzing ${id}`, `taken importing ${id}`]);
  expect(taken.sort()).toEqual(expected.sort());
});

/** All that is in the one channel of the file, and how much there is of everything. */
async function everything(store: Store): Promise<object> {
  const hall = "messaging:hall";
  return {
    counts: await store.countItems("default"),
    members: await allPages((paging) => store.members("default", hall, paging)),
    messages: await allPages((paging) => store.messages("default", hall, paging)),
  };
}
