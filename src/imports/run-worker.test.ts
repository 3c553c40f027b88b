import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { type ItemTypeName, itemTypeNames } from "../format/index.ts";
import type { Actor, ImportRecord } from "../store/index.ts";
import { cancelImport } from "./cancel-import.ts";
import { confirmImport } from "./confirm-import.ts";
import { createImport } from "./create-import.ts";
import {
  blocks,
  manyMessages,
  reached,
  script,
  type TempImports,
  tempImports,
  upload,
} from "./contract/temp-imports.ts";
import { type TestWorker, work } from "./contract/work.ts";
import { getImport } from "./get-import.ts";
import { resultOf } from "./import-result.ts";
import type { Imports } from "./imports.ts";
import { openWorker } from "./open-worker.ts";
import { pauseImport } from "./pause-import.ts";
import { readIssues } from "./read-issues.ts";
import { receiveFile } from "./receive-file.ts";
import { resumeImport } from "./resume-import.ts";
import { startImport } from "./start-import.ts";
import { throttleImport } from "./throttle-import.ts";

const ana: Actor = { kind: "account", name: "ana@example.com" };
const system = { kind: "system", name: "worker" };
const small = manyMessages(50);

test("a valid file is analysed, waits, is confirmed and loaded", async () => {
  await using imports = await tempImports();
  await using worker = work(imports);
  const { id } = await upload(imports, small, { mode: "insert" });
  const waiting = await reached(imports, id, "waiting_confirmation");
  expect(resultOf(waiting)).toMatchObject({
    stats: { user: 1, channel: 1, member: 1, message: 47 },
    issues: { errors: 0, warnings: 0 },
    elements: 50,
    size: small.length,
    fingerprint: waiting.file!.sha256,
  });
  expect(waiting).toMatchObject({ report: null, reconciliation: null, failure: null });
  expect((await imports.store.countItems("default")).message).toBe(0);

  await confirmImport(imports, "default", id, { by: ana, role: "operator" });
  const done = await reached(imports, id, "completed");
  expect(done.reconciliation?.message).toEqual({
    in_file: 47,
    created: 47,
    updated: 0,
    unchanged: 0,
    skipped: 0,
  });
  expect((await imports.store.countItems("default")).message).toBe(47);
  expect(done.history.map(({ previous, next, by }) => [previous, next, by])).toEqual([
    ["uploading", "uploaded", script],
    ["uploaded", "analyzing", system],
    ["analyzing", "waiting_confirmation", system],
    ["waiting_confirmation", "importing", ana],
    ["importing", "completed", system],
  ]);
  expect(done.progress).toMatchObject({ phase: "loading", items: 50, bytes: small.length });
  await worker[Symbol.asyncDispose]();
  expect(worker.events.map(({ kind }) => kind)).toEqual(["taken", "done", "taken", "done"]);
});

test("a compressed file is unpacked for each step, and nothing of that is left", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  await imports.store.updateApp("default", { confirm: "automatic" });
  const packed = gzipSync(small);
  const { id } = await upload(imports, packed);
  const done = await reached(imports, id, "completed");
  expect(done.file?.size).toBe(packed.length);
  expect(resultOf(done)?.size).toBe(small.length);
  expect(done.reconciliation?.message.created).toBe(47);
  expect(await readdir(`${imports.folder}/tmp`)).toEqual([]);
  expect(done.history.slice(-3).map(({ next, by }) => [next, by.name])).toEqual([
    ["waiting_confirmation", "worker"],
    ["importing", "automatic"],
    ["completed", "worker"],
  ]);
});

test("a file with errors fails its analysis, and every issue can be read", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  const broken = small
    .replace('"user":"ana"', '"user":"bo"')
    .replace('"type":"messaging"', '"type":"x"');
  const { id } = await upload(imports, broken);
  const failed = await reached(imports, id, "analyze_failed");
  const { issues, next } = await readIssues(imports, failed, { limit: 1000 });
  const { errors, warnings, by_code } = resultOf(failed)!.issues;
  expect(next).toBeNull();
  expect(issues).toHaveLength(errors + warnings);
  expect(by_code["user_not_found"]).toBe(1);
  const { issues: found } = await readIssues(imports, failed, { code: "user_not_found" });
  expect(found).toMatchObject([{ code: "user_not_found", item_type: "message" }]);
  expect(failed.failure).toBeNull();
  expect((await imports.store.countItems("default")).user).toBe(0);
});

test("a file that cannot be read fails with what is wrong, under the name that people know", async () => {
  await using imports = await tempImports();
  await using worker = work(imports);
  const { id } = await upload(imports, gzipSync(small).subarray(0, 100));
  const { failure, result, history } = await reached(imports, id, "analyze_failed");
  expect(result).toBeNull();
  expect(failure).toMatchObject({ code: "broken_compression" });
  expect(failure?.message).toMatch(/^cannot read export\.jsonl: /);
  expect(history.at(-1)?.reason).toBe(failure?.message);
  expect(worker.events.filter(({ kind }) => kind === "retry")).toEqual([]);
});

test("roles, channel types and teams of the app count", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  await imports.store.extendApp("default", { roles: ["captain"], channelTypes: {} });
  await imports.store.createChannelType("default", "messages", { max_message_length: 1 });
  const text = manyMessages(20)
    .replace('"id":"ana"', '"id":"ana","role":"captain"')
    .replaceAll('"messaging"', '"messages"');
  const { id } = await upload(imports, text);
  const failed = await reached(imports, id, "analyze_failed");
  expect(Object.keys(resultOf(failed)!.issues.by_code)).toEqual(["max_length_exceeded"]);
});

test("what items refer to may be in the app where the import says so", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  await imports.store.updateApp("default", { confirm: "automatic" });
  const all = small.split("\n");
  const first = await upload(imports, all.slice(0, 10).join("\n"));
  await reached(imports, first.id, "completed");
  const rest = `${all.slice(10).join("\n")}${JSON.stringify({
    type: "message",
    item: {
      ...{ id: "r1", parent_id: "m1", channel_type: "messaging", channel_id: "hall" },
      ...{ user: "ana", text: "hej", type: "reply", created_at: "2024-05-02T10:00:00Z" },
    },
  })}`;
  const alone = await upload(imports, rest);
  const failed = await reached(imports, alone.id, "analyze_failed");
  expect(Object.keys(resultOf(failed)!.issues.by_code)).toContain("user_not_found");
  const beside = await upload(imports, rest, { references: "file-or-app" });
  const done = await reached(imports, beside.id, "completed");
  expect(resultOf(done)?.issues).toMatchObject({ errors: 0, warnings: 0 });
  expect(await loaded(imports)).toBe(51);
});

test("a paused load is let go and goes on from where it was", async () => {
  await using imports = await tempImports();
  await using worker = work(imports);
  const { id } = await slowLoad(imports);
  await pauseImport(imports, "default", id);
  await letGoOf(imports, worker);
  const letGo = await getImport(imports, "default", id);
  expect(letGo).toMatchObject({ state: "importing", paused: true });
  const before = await loaded(imports);
  expect(before).toBeGreaterThan(0);
  expect(sumOf(letGo)).toBe(before);
  await throttleImport(imports, "default", id, null);
  await resumeImport(imports, "default", id, ana);
  const done = await reached(imports, id, "completed");
  expect(sumOf(done)).toBe(total);
  expect(done.reconciliation?.message).toMatchObject({ created: total - 3, unchanged: 0 });
  expect(done.history.filter(({ next }) => next === "importing")).toHaveLength(1);
});

test("a cancelled load keeps what it wrote and says how much; the file completes it", async () => {
  await using imports = await tempImports();
  await using worker = work(imports);
  const { id } = await slowLoad(imports);
  await cancelImport(imports, "default", id, ana, "too late");
  await letGoOf(imports, worker);
  const cancelled = await getImport(imports, "default", id);
  expect(cancelled).toMatchObject({ state: "cancelled" });
  expect(sumOf(cancelled)).toBe(await loaded(imports));
  expect(sumOf(cancelled)).toBeLessThan(total);
  const again = await slowLoad(imports);
  await throttleImport(imports, "default", again.id, null);
  expect(sumOf(await reached(imports, again.id, "completed"))).toBe(total);
  expect(await loaded(imports)).toBe(total);
});

test("an analysis that is paused or cancelled is let go", async () => {
  await using imports = await tempImports();
  const paused = await upload(imports, manyMessages(20_000));
  const cancelled = await upload(imports, manyMessages(20_000));
  await using worker = work(imports, {
    onEvent: ({ kind, ...event }) => {
      if (kind !== "taken" || !("record" in event)) return;
      if (event.record.id === paused.id) void pauseImport(imports, "default", paused.id);
      else void cancelImport(imports, "default", cancelled.id, ana);
    },
  });
  await reached(imports, paused.id, (record) => record.paused);
  const over = await reached(imports, cancelled.id, "cancelled");
  expect(over.result).toBeNull();
  await worker[Symbol.asyncDispose]();
  expect(await getImport(imports, "default", paused.id)).toMatchObject({
    state: "analyzing",
    result: null,
  });
});

test("a worker that is stopped lets go at once, and the attempt does not count", async () => {
  await using imports = await tempImports();
  const worker = work(imports, { lease: 600_000 });
  const { id } = await slowLoad(imports);
  await worker[Symbol.asyncDispose]();
  expect(worker.events.at(-1)?.kind).toBe("let_go");
  const lease = (await imports.control.claim("another", 1_000))!;
  expect(lease).toMatchObject({ attempt: 1, record: { id, state: "importing" } });
  expect(sumOf(lease.record)).toBe(await loaded(imports));
});

test("an app that went into production fails the load, which goes on when it is back", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  const { id } = await upload(imports, small);
  await reached(imports, id, "waiting_confirmation");
  await pauseImport(imports, "default", id);
  await confirmImport(imports, "default", id, { by: ana, role: "operator" });
  await imports.store.updateApp("default", { mode: "production" });
  await imports.control.adjust(id, { paused: false });
  const failed = await reached(imports, id, "import_failed");
  expect(failed).toMatchObject({ failure: { code: "app_in_production" } });
  await imports.store.updateApp("default", { mode: "development" });
  await resumeImport(imports, "default", id, ana);
  expect(await reached(imports, id, "completed")).toMatchObject({ failure: null });
});

test("a file that was changed after its analysis is not loaded", async () => {
  await using imports = await tempImports();
  await using _worker = work(imports);
  const { id, file } = await upload(imports, small);
  await reached(imports, id, "waiting_confirmation");
  const path = `${imports.folder}/files/${file!.name.slice(0, 2)}/${file!.name}`;
  expect(existsSync(path)).toBe(true);
  writeFileSync(path, manyMessages(51));
  await confirmImport(imports, "default", id, { by: ana, role: "operator" });
  const failed = await reached(imports, id, "import_failed");
  expect(failed.failure).toMatchObject({ code: "changed" });
  expect((await imports.store.countItems("default")).user).toBe(0);
  await cancelImport(imports, "default", id, ana);
});

test("what fails outside the file is tried again, but not for ever", async () => {
  await using imports = await tempImports();
  writeFileSync(`${imports.folder}/occupied`, "");
  await using worker = work(imports, { tmp: `${imports.folder}/occupied/tmp`, attempts: 3 });
  const { id } = await upload(imports, small);
  const failed = await reached(imports, id, "analyze_failed");
  expect(failed.failure).toMatchObject({ code: "no_spool" });
  await worker[Symbol.asyncDispose]();
  expect(worker.events.map(({ kind }) => kind)).toEqual([
    ...["taken", "retry", "taken", "retry"],
    ...["taken", "done"],
  ]);
});

test("an import that no worker survives fails in the end", async () => {
  await using imports = await tempImports();
  const { id } = await upload(imports, small);
  for (const n of [1, 2, 3]) await imports.control.claim(`lost ${n}`, 0);
  await using _worker = work(imports, { attempts: 3 });
  const failed = await reached(imports, id, "analyze_failed");
  expect(failed.failure).toMatchObject({
    code: "worker_lost",
    message: "3 workers were lost while they were on it, or got nowhere.",
  });
});

test("what was left behind long ago is swept when a worker starts", async () => {
  await using imports = await tempImports();
  const { file } = await upload(imports, small);
  await using writer = await imports.files.create();
  const forgotten = await writer.complete();
  await using another = await imports.files.create();
  const young = await another.complete();
  const pathOf = ({ name }: { name: string }) =>
    `${imports.folder}/files/${name.slice(0, 2)}/${name}`;
  const days = new Date(Date.now() - 2 * 24 * 3_600_000);
  for (const old of [file!, forgotten]) utimesSync(pathOf(old), days, days);
  const spools = ["left", "used"].map((name) => `${imports.folder}/tmp/chatferry-${name}`);
  for (const spool of spools) {
    mkdirSync(spool, { recursive: true });
    writeFileSync(`${spool}/unpacked`, small);
    utimesSync(spool, days, days);
  }
  utimesSync(`${spools[0]}/unpacked`, days, days);
  await using _worker = work(imports);
  await reached(imports, (await upload(imports, small)).id, "waiting_confirmation");
  expect([file!, forgotten, young].map((stored) => existsSync(pathOf(stored)))).toEqual([
    true,
    false,
    true,
  ]);
  expect(spools.map((spool) => existsSync(spool))).toEqual([false, true]);
});

test("an upload that nobody asked to import is swept with its file, days after its URL has expired", async () => {
  await using imports = await tempImports();
  const uploadAt = async (days: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - days * 24 * 3_600_000 });
    const { id } = await createImport(imports, "default", "export.jsonl", script);
    vi.useRealTimers();
    const { file } = await receiveFile(imports, "default", id, blocks(small));
    const path = `${imports.folder}/files/${file!.name.slice(0, 2)}/${file!.name}`;
    const before = new Date(Date.now() - days * 24 * 3_600_000);
    utimesSync(path, before, before);
    return { id, path };
  };
  const old = await uploadAt(9);
  const young = await uploadAt(7);
  await using _worker = work(imports);
  await reached(imports, (await upload(imports, small)).id, "waiting_confirmation");
  expect([old, young].map(({ path }) => existsSync(path))).toEqual([false, true]);
  await expect(getImport(imports, "default", old.id)).rejects.toMatchObject({
    code: "import_not_found",
  });
  const started = await startImport(imports, "default", young.id, script);
  expect(started.state).toBe("uploaded");
});

test("two workers side by side share the imports, and none is done twice", async () => {
  await using imports = await tempImports();
  await imports.store.updateApp("default", { confirm: "automatic" });
  const all: ImportRecord[] = [];
  for (let n = 0; n < 6; n++) all.push(await upload(imports, small));
  await using one = work(imports);
  await using two = work(imports);
  for (const { id } of all) await reached(imports, id, "completed");
  await one[Symbol.asyncDispose]();
  await two[Symbol.asyncDispose]();
  const taken = [...one.events, ...two.events].flatMap((event) =>
    event.kind === "taken" ? [`${event.record.id} ${event.record.state}`] : [],
  );
  const expected = all.flatMap(({ id }) => [`${id} analyzing`, `${id} importing`]);
  expect(taken.sort()).toEqual(expected.sort());
});

test("a worker in a thread of its own works, tells, and stops when asked", async () => {
  await using imports = await tempImports();
  await imports.store.updateApp("default", { confirm: "automatic" });
  const kinds: string[] = [];
  const heard = new Set<string>();
  using _listening = imports.changes.listen((id) => heard.add(id));
  const worker = openWorker(imports, {
    location: imports.location,
    onEvent: ({ kind }) => kinds.push(kind),
  });
  const { id } = await upload(imports, small);
  await reached(imports, id, "completed");
  await worker[Symbol.asyncDispose]();
  expect(kinds).toEqual(["taken", "done", "taken", "done"]);
  expect(heard).toEqual(new Set([id]));
});

const total = 20_000;

/** An import whose load has begun to write and will take long. */
async function slowLoad(imports: TempImports): Promise<ImportRecord> {
  const { id } = await upload(imports, manyMessages(total), { throttle: 2_000 });
  await reached(imports, id, "waiting_confirmation");
  await confirmImport(imports, "default", id, { by: ana, role: "operator" });
  return reached(imports, id, (record) => (sumOf(record) ?? 0) > 0);
}

/** Resolves when the worker has let go of something. */
async function letGoOf({ changes }: Imports, { events }: TestWorker): Promise<void> {
  while (!events.some(({ kind }) => kind === "let_go")) await changes.next(50);
}

/** Items whose outcome the record knows. */
function sumOf({ reconciliation }: ImportRecord): number | undefined {
  if (reconciliation === null) return undefined;
  return itemTypeNames.reduce((sum, type: ItemTypeName) => {
    const { created, updated, unchanged, skipped } = reconciliation[type];
    return sum + created + updated + unchanged + skipped;
  }, 0);
}

/** Items in the store. */
async function loaded({ store }: Imports): Promise<number> {
  return Object.values(await store.countItems("default")).reduce((sum, n) => sum + n, 0);
}
