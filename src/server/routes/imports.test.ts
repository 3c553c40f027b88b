import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { manyMessages } from "../../imports/contract/temp-imports.ts";
import { work } from "../../imports/contract/work.ts";
import { signInAs } from "../contract/people.ts";
import { testServer } from "../contract/test-server.ts";
import { token } from "../contract/tokens.ts";
import { importOf, place, put, reaches } from "../contract/upload.ts";
import type { ImportTask } from "../wire/import-task.ts";

const community = readFileSync("fixtures/community.json");
const by = { kind: "key", name: "script" };
const task = (answer: { body: never }): ImportTask => answer.body["import_task"];

test("a file goes from its upload to the app, and every step of it is told", async () => {
  await using server = await testServer({ rateLimit: 0 });
  await using _worker = work(server.imports);
  const { id, path, upload_url } = await place(server, "C:\\exports\\community.json");
  expect(path).toBe(`imports/${id}/community.json`);
  expect(upload_url).toMatch(`http://chat.test/uploads/${id}/community.json?`);
  const list = async () => (await server.call("GET", "/imports")).body["import_tasks"];
  expect(await list()).toEqual([]);
  const uploaded = await put(server, { upload_url }, community);
  expect(uploaded.body).toMatchObject({ size: community.length });
  const body = { path, mode: "insert", merge_custom: false };
  const created = await server.call("POST", "/imports", { body });
  expect(created.status).toBe(201);
  expect(task(created)).toMatchObject({
    id,
    path,
    mode: "insert",
    merge_custom: false,
    references: "file",
    size: community.length,
    sha256: uploaded.body["sha256"],
    uploaded_by: by,
  });
  expect(await list()).toMatchObject([{ id }]);
  const total = {
    users: 72,
    channels: 16,
    members: 201,
    messages: 1382,
    reactions: 199,
    devices: 0,
    future_channel_bans: 0,
  };
  expect(await reaches(server, { id }, "waiting_confirmation")).toMatchObject({
    result: {
      errors: [],
      stats: { total },
      issues: { errors: 0, by_code: { author_not_member: expect.any(Number) } },
    },
  });
  expect((await server.call("POST", `/imports/${id}/confirm`)).status).toBe(200);
  const { history, reconciliation } = await reaches(server, { id }, "completed");
  expect(history.map((change) => [change.prev_state, change.next_state, change.by])).toEqual([
    ["uploading", "uploaded", by],
    ["uploaded", "analyzing", { kind: "system", name: "worker" }],
    ["analyzing", "waiting_confirmation", { kind: "system", name: "worker" }],
    ["waiting_confirmation", "importing", by],
    ["importing", "completed", { kind: "system", name: "worker" }],
  ]);
  expect(reconciliation!["message"]).toMatchObject({ in_file: 1382, created: 1382 });
  expect(await list()).toMatchObject([{ id, state: "completed" }]);
});

describe("a list of imports", () => {
  test("is paged, and filtered by state", async () => {
    await using server = await testServer();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await importOf(server, "[]")).id);
    await server.call("POST", `/imports/${ids[1]}/cancel`, { body: { reason: "a slip" } });
    const list = async (query: Record<string, string>) => {
      const { body } = await server.call("GET", "/imports", { query });
      return (body["import_tasks"] as ImportTask[]).map(({ id }) => id);
    };
    expect(await list({})).toEqual(ids);
    expect(await list({ limit: "0", offset: "0" })).toEqual(ids);
    expect(await list({ limit: "1", offset: "1" })).toEqual([ids[1]]);
    expect(await list({ state: "cancelled,completed" })).toEqual([ids[1]]);
    const wrong = await server.call("GET", "/imports", { query: { state: "lost" } });
    expect(wrong.body).toMatchObject({ code: 4, StatusCode: 400 });
  });

  test("and every import of it, is of one app", async () => {
    await using server = await testServer();
    const { id } = await importOf(server, "[]");
    await server.imports.store.createApp("other", "development");
    const { key, secret } = await server.imports.control.createKey("other", "script");
    const other = { key, token: await token(secret, { server: true }) };
    expect((await server.call("GET", "/imports", other)).body).toMatchObject({ import_tasks: [] });
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/confirm"],
      ["POST", "/cancel"],
      ["GET", "/issues"],
      ["GET", "/report"],
      ["GET", "/preview"],
      ["GET", "/events"],
    ] as const) {
      const { body } = await server.call(method, `/imports/${id}${path}`, other);
      expect(body).toMatchObject({ code: 16, StatusCode: 404, error: "import_not_found" });
    }
    const path = `imports/${id}/export.jsonl`;
    const again = await server.call("POST", "/imports", { ...other, body: { path } });
    expect(again.body).toMatchObject({ code: 16 });
  });
});

describe("asking for an import is refused", () => {
  test("without a file that is whole", async () => {
    await using server = await testServer();
    const { path } = await place(server);
    const { status, body } = await server.call("POST", "/imports", { body: { path } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 4, error: "file_missing" });
  });

  test.for([
    "export.jsonl",
    "imports/0b6f2a8e-6c55-4c39-9d57-2f0a5c3d9e11/../../x",
    "s3://imports/1",
  ])("with the path %s", async (path) => {
    await using server = await testServer();
    const { status } = await server.call("POST", "/imports", { body: { path } });
    expect([400, 404]).toContain(status);
  });

  test("a second time", async () => {
    await using server = await testServer();
    const { path } = await importOf(server, "[]");
    const { status, body } = await server.call("POST", "/imports", { body: { path } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 4, error: "import_state" });
  });
});

test("an app in production takes no imports: no place, no file, no import, no confirmation", async () => {
  await using server = await testServer();
  const { store } = server.imports;
  const open = await place(server);
  const uploaded = await place(server);
  await put(server, uploaded, community);
  const waiting = await importOf(server, community);
  {
    await using _worker = work(server.imports);
    await reaches(server, waiting, "waiting_confirmation");
  }
  await store.updateApp("default", { mode: "production" });
  const answers = [
    await server.call("POST", "/import_urls", { body: { filename: "a.json" } }),
    await put(server, open, community),
    await server.call("POST", "/imports", { body: { path: uploaded.path } }),
    await server.call("POST", `/imports/${waiting.id}/confirm`),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(403);
    expect(body).toMatchObject({
      code: 17,
      error: "app_in_production",
      message: expect.stringContaining("chatferry apps mode default development"),
    });
  }
});

describe("steps", () => {
  test("an import that waits is rejected with a reason, which is in its history", async () => {
    await using server = await testServer();
    const { id } = await importOf(server, community);
    await using _worker = work(server.imports);
    await reaches(server, { id }, "waiting_confirmation");
    const none = await server.call("POST", `/imports/${id}/reject`, { body: {} });
    expect(none.body).toMatchObject({ code: 4, exception_fields: { reason: expect.any(String) } });
    const body = { reason: "the wrong month" };
    const { state, history } = task(await server.call("POST", `/imports/${id}/reject`, { body }));
    expect(state).toBe("cancelled");
    expect(history.at(-1)).toMatchObject({ by, reason: "the wrong month" });
    const again = await server.call("POST", `/imports/${id}/cancel`);
    expect(again.body).toMatchObject({ StatusCode: 409, error: "import_state" });
  });

  test("one that is loaded is throttled, paused and resumed", async () => {
    await using server = await testServer({ rateLimit: 0 });
    const { id } = await importOf(server, manyMessages(5_000), { throttle: 50 });
    await using _worker = work(server.imports);
    await reaches(server, { id }, "waiting_confirmation");
    await server.call("POST", `/imports/${id}/confirm`);
    await reaches(server, { id }, "importing");
    for (;;) {
      const { progress } = task(await server.call("GET", `/imports/${id}`));
      if (progress?.rate) break;
      await server.imports.changes.next(1_000, undefined, id);
    }
    expect(task(await server.call("POST", `/imports/${id}/pause`))).toMatchObject({
      paused: true,
      progress: { phase: "loading", rate: null, eta: null },
    });
    const body = { throttle: null };
    const { throttle } = task(await server.call("POST", `/imports/${id}/throttle`, { body }));
    expect(throttle).toBe(null);
    expect(task(await server.call("POST", `/imports/${id}/resume`)).paused).toBe(false);
    const { reconciliation } = await reaches(server, { id }, "completed");
    expect(reconciliation!["message"]).toMatchObject({ created: 4_997 });
  });
});

test("a member uploads and confirms where uploaders do, and decides about nothing else", async () => {
  await using server = await testServer({ rateLimit: 0 });
  await using _worker = work(server.imports);
  const { store } = server.imports;
  await store.updateApp("default", { confirm: "uploader" });
  const own = await signInAs(server, "own@house.test", { default: "member" });
  const other = await signInAs(server, "other@house.test", { default: "member" });
  const ids: string[] = [];
  for (const filename of ["kept.json", "wrong.json"]) {
    const made = await server.call("POST", "/import_urls", { ...own, body: { filename } });
    await put(server, made.body, community);
    const { path } = made.body as { readonly path: string };
    const asked = await server.call("POST", "/imports", { ...own, body: { path } });
    await reaches(server, task(asked), "waiting_confirmation");
    ids.push(task(asked).id);
  }
  const [kept, wrong] = ids;
  const reject = { body: { reason: "the wrong file" } };
  const refused = { StatusCode: 403, error: "confirm_not_permitted" };
  const foreign = await server.call("POST", `/imports/${kept}/confirm`, other);
  expect(foreign.body).toMatchObject(refused);
  const rejected = await server.call("POST", `/imports/${wrong}/reject`, { ...other, ...reject });
  expect(rejected.body).toMatchObject(refused);
  expect(
    task(await server.call("POST", `/imports/${wrong}/reject`, { ...own, ...reject })),
  ).toMatchObject({ state: "cancelled" });
  await store.updateApp("default", { confirm: "operator" });
  const closed = await server.call("POST", `/imports/${kept}/confirm`, own);
  expect(closed.body).toMatchObject({ StatusCode: 403, error: "not_allowed" });
  await store.updateApp("default", { confirm: "uploader" });
  expect((await server.call("POST", `/imports/${kept}/confirm`, own)).status).toBe(200);
  const { history } = await reaches(server, { id: kept! }, "completed");
  expect(history.find(({ next_state }) => next_state === "importing")).toMatchObject({
    by: { kind: "account", name: "own@house.test" },
  });
});
