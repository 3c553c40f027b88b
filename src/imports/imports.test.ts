import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { IssueRecord } from "../analyse/index.ts";
import type { Actor, App, ImportRecord } from "../store/index.ts";
import { cancelImport } from "./cancel-import.ts";
import { confirmImport } from "./confirm-import.ts";
import { blocks, script, tempImports, upload } from "./contract/temp-imports.ts";
import { createImport } from "./create-import.ts";
import type { Decider } from "./deciding.ts";
import { getImport } from "./get-import.ts";
import type { Imports } from "./imports.ts";
import { pauseImport } from "./pause-import.ts";
import { readIssues } from "./read-issues.ts";
import { receiveFile } from "./receive-file.ts";
import { rejectImport } from "./reject-import.ts";
import { resumeImport } from "./resume-import.ts";
import { startImport } from "./start-import.ts";
import { throttleImport } from "./throttle-import.ts";

const ana: Actor = { kind: "account", name: "ana@example.com" };
const operator: Decider = { by: ana, role: "operator" };
const text = '{"type":"user","item":{"id":"ana"}}\n';

test("a file is received in blocks, kept as it came, and started once", async () => {
  await using imports = await tempImports();
  const { id } = await createImport(imports, "default", "../a.json", script);
  const received = await receiveFile(imports, "default", id, blocks(text, 7), text.length);
  const sha256 = createHash("sha256").update(text).digest("hex");
  expect(received.file).toMatchObject({ size: text.length, sha256 });
  await using range = await imports.files.open(received.file!.name);
  expect(Buffer.from(await range.read(0, 1000)).toString()).toBe(text);
  const options = { mode: "insert", throttle: 5 } as const;
  const started = await startImport(imports, "default", id, ana, options);
  expect(started).toMatchObject({
    ...options,
    mergeCustom: true,
    state: "uploaded",
    history: [{ previous: "uploading", next: "uploaded", by: ana }],
  });
  await expect(startImport(imports, "default", id, ana)).rejects.toMatchObject({
    name: "ImportError",
    code: "import_state",
  });
});

test("an upload that breaks off leaves nothing and can be begun anew", async () => {
  await using imports = await tempImports();
  const { id } = await createImport(imports, "default", "a.json", script);
  async function* broken() {
    yield* blocks(text, 7);
    throw new Error("the client is gone");
  }
  await expect(receiveFile(imports, "default", id, broken())).rejects.toThrow("client is gone");
  expect(filesIn(imports.folder)).toEqual([]);
  await expect(startImport(imports, "default", id, script)).rejects.toMatchObject({
    code: "file_missing",
    message: "The file a.json was not uploaded, or not to the end.",
  });
  const tooLong = receiveFile(imports, "default", id, blocks(text), 10);
  await expect(tooLong).rejects.toMatchObject({ code: "file_too_large" });
  expect(filesIn(imports.folder)).toEqual([]);
  await receiveFile(imports, "default", id, blocks(text));
  expect((await startImport(imports, "default", id, script)).state).toBe("uploaded");
});

test("of two uploads at once the one that is whole first counts, and the other leaves nothing", async () => {
  await using imports = await tempImports();
  const { id } = await createImport(imports, "default", "a.json", script);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  async function* slow() {
    yield Buffer.from("slow");
    await gate;
  }
  const late = receiveFile(imports, "default", id, slow());
  const { file } = await receiveFile(imports, "default", id, blocks(text));
  open();
  await expect(late).rejects.toMatchObject({ code: "import_state" });
  const again = receiveFile(imports, "default", id, blocks("more"));
  await expect(again).rejects.toMatchObject({ code: "import_state" });
  expect((await getImport(imports, "default", id)).file).toEqual(file);
  expect(filesIn(imports.folder)).toEqual([file!.name]);
});

test("an app in production mode takes nothing, at any step", async () => {
  await using imports = await tempImports();
  const record = await createImport(imports, "default", "a.json", script);
  await receiveFile(imports, "default", record.id, blocks(text));
  const waiting = await waitingImport(imports);
  await imports.store.updateApp("default", { mode: "production" });
  const steps = [
    createImport(imports, "default", "b.json", script),
    receiveFile(imports, "default", record.id, blocks(text)),
    startImport(imports, "default", record.id, script),
    confirmImport(imports, "default", waiting.id, operator),
    resumeImport(imports, "default", waiting.id, ana),
  ];
  const reason = { name: "ImportError", code: "app_in_production" };
  for (const step of await Promise.allSettled(steps)) expect(step).toMatchObject({ reason });
});

test("an app has no import of another", async () => {
  await using imports = await tempImports();
  await imports.store.createApp("other", "development");
  const { id } = await waitingImport(imports);
  const steps = [
    getImport(imports, "other", id),
    receiveFile(imports, "other", id, blocks(text)),
    startImport(imports, "other", id, script),
    confirmImport(imports, "other", id, operator),
    rejectImport(imports, "other", id, operator, "no"),
    cancelImport(imports, "other", id, ana),
    pauseImport(imports, "other", id),
    resumeImport(imports, "other", id, ana),
    throttleImport(imports, "other", id, 1),
  ];
  const reason = { code: "import_not_found" };
  for (const step of await Promise.allSettled(steps)) expect(step).toMatchObject({ reason });
  const nowhere = createImport(imports, "nowhere", "a.json", script);
  await expect(nowhere).rejects.toMatchObject({ code: "app_not_found" });
});

const uploader: Decider = { by: script, role: "uploader" };
const stranger: Decider = { by: ana, role: "uploader" };

test.each<[App["confirm"], Decider, boolean]>([
  ["operator", operator, true],
  ["operator", uploader, false],
  ["uploader", operator, true],
  ["uploader", uploader, true],
  ["uploader", stranger, false],
  ["automatic", uploader, true],
  ["automatic", stranger, false],
])("where the app says %s, %j may confirm and reject: %s", async (confirm, who, may) => {
  await using imports = await tempImports();
  await imports.store.updateApp("default", { confirm });
  const confirmed = await waitingImport(imports);
  const rejected = await waitingImport(imports);
  const outcomes = await Promise.allSettled([
    confirmImport(imports, "default", confirmed.id, who),
    rejectImport(imports, "default", rejected.id, who, "wrong file"),
  ]);
  const states = outcomes.map((outcome) =>
    outcome.status === "fulfilled"
      ? outcome.value.state
      : (outcome.reason as { code: string }).code,
  );
  const refused = ["confirm_not_permitted", "confirm_not_permitted"];
  expect(states).toEqual(may ? ["importing", "cancelled"] : refused);
});

test("a rejected import is cancelled with the reason and by whom", async () => {
  await using imports = await tempImports();
  const { id } = await waitingImport(imports);
  for (const reason of ["", "  ", "x".repeat(1001)]) {
    const given = rejectImport(imports, "default", id, operator, reason);
    await expect(given).rejects.toMatchObject({ code: "invalid_reason" });
  }
  const record = await rejectImport(imports, "default", id, operator, "wrong file");
  expect(record.history.at(-1)).toMatchObject({
    previous: "waiting_confirmation",
    next: "cancelled",
    by: ana,
    reason: "wrong file",
  });
});

test("what is over is neither cancelled nor paused", async () => {
  await using imports = await tempImports();
  const { id } = await upload(imports, text);
  expect((await cancelImport(imports, "default", id, ana)).state).toBe("cancelled");
  const steps = [
    cancelImport(imports, "default", id, ana),
    pauseImport(imports, "default", id),
    resumeImport(imports, "default", id, ana),
    throttleImport(imports, "default", id, 5),
  ];
  const reason = { code: "import_state" };
  for (const step of await Promise.allSettled(steps)) expect(step).toMatchObject({ reason });
});

test("what cannot be done is said with how the import is, and what can be done", async () => {
  await using imports = await tempImports();
  const { id } = await upload(imports, text);
  const waits = `The import "${id}" waits for a worker; it cannot be`;
  await expect(startImport(imports, "default", id, ana)).rejects.toThrow(
    `${waits} asked for again`,
  );
  await expect(confirmImport(imports, "default", id, operator)).rejects.toMatchObject({
    message: `${waits} confirmed.`,
    fix: "Wait until its file is checked.",
  });
  await pauseImport(imports, "default", id);
  const cancelled = await cancelImport(imports, "default", id, ana);
  expect([cancelled.state, cancelled.paused]).toEqual(["cancelled", false]);
  await expect(resumeImport(imports, "default", id, ana)).rejects.toMatchObject({
    message: `The import "${id}" is cancelled; it cannot be resumed.`,
    fix: "Upload the file again, for a new import.",
  });
  await expect(rejectImport(imports, "default", id, operator, "no")).rejects.toThrow(
    "cannot be rejected",
  );
});

test("names of files and throttles must be what they should be", async () => {
  await using imports = await tempImports();
  for (const name of ["", "x".repeat(256), "a\nb"]) {
    const made = createImport(imports, "default", name, script);
    await expect(made).rejects.toMatchObject({ code: "invalid_file_name" });
  }
  const { id } = await upload(imports, text);
  for (const throttle of [0, -1, 1.5, Number.NaN, Infinity]) {
    const set = throttleImport(imports, "default", id, throttle);
    await expect(set).rejects.toMatchObject({ code: "invalid_throttle" });
  }
  expect((await throttleImport(imports, "default", id, 5)).throttle).toBe(5);
  expect((await throttleImport(imports, "default", id, null)).throttle).toBeNull();
});

test("whoever listens hears of every step", async () => {
  await using imports = await tempImports();
  const heard: string[] = [];
  using _listening = imports.changes.listen((id) => heard.push(id));
  const { id } = await upload(imports, text);
  await pauseImport(imports, "default", id);
  await resumeImport(imports, "default", id, ana);
  await cancelImport(imports, "default", id, ana);
  expect(heard).toEqual([id, id, id, id, id]);
});

test("issues are read page by page, all of them, of one code or of one type", async () => {
  await using imports = await tempImports();
  const issues = Array.from({ length: 2500 }, (_, index) => ({
    code: index % 5 === 0 ? "duplicate_item" : "user_not_found",
    message: `issue ${index}`,
    item_type: index % 2 === 0 ? "user" : "member",
    item: { "a\\n": "x".repeat(index % 300) },
  }));
  await using writer = await imports.files.create();
  for (const issue of issues) await writer.write(Buffer.from(`${JSON.stringify(issue)}\n`));
  const { name: report } = await writer.complete();
  const result = { issues: { by_code: { duplicate_item: 500, user_not_found: 2000 } } };
  const record = { id: "i", state: "analyze_failed", report, result, failure: null } as const;
  const all = async (query: { code?: "duplicate_item"; type?: string; limit?: number }) => {
    const found: IssueRecord[] = [];
    for (let cursor: string | null = "0"; cursor !== null;) {
      const page = await readIssues(imports, record, { ...query, cursor });
      found.push(...page.issues);
      cursor = page.next;
    }
    return found;
  };
  expect(await all({ limit: 7 })).toEqual(issues);
  expect(await all({ limit: 1000 })).toEqual(issues);
  const duplicates = issues.filter(({ code }) => code === "duplicate_item");
  expect(await all({ code: "duplicate_item" })).toEqual(duplicates);
  expect(await all({ code: "duplicate_item", type: "member" })).toEqual(
    duplicates.filter(({ item_type }) => item_type === "member"),
  );
  const other = await readIssues(imports, record, { code: "malformed_json" as never });
  expect(other).toEqual({ issues: [], next: null });
  expect(await readIssues(imports, { ...record, report: null, result: null })).toEqual({
    issues: [],
    next: null,
  });
  for (const query of [{ limit: 0 }, { limit: 1001 }, { cursor: "-1" }]) {
    await expect(readIssues(imports, record, query)).rejects.toMatchObject({
      code: expect.stringMatching(/^invalid_(limit|cursor)$/) as unknown,
    });
  }
});

/** An import that waits for confirmation, without a worker. */
async function waitingImport(imports: Imports): Promise<ImportRecord> {
  const { id } = await upload(imports, text);
  const by = { kind: "system", name: "worker" } as const;
  return imports.control.changeState(id, [
    { from: "uploaded", to: "analyzing", by },
    { from: "analyzing", to: "waiting_confirmation", by },
  ]);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(`${folder}/files`, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
