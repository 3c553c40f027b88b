import { readdirSync } from "node:fs";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { work } from "../../imports/contract/work.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { importOf, place, reaches } from "../contract/upload.ts";
import type { ImportTask } from "../wire/import-task.ts";

/** 2,000 devices of users that are not there, and 500 things that are no items, turn about. */
const lines = Array.from({ length: 2_500 }, (_, n) =>
  n % 5 === 4
    ? '{"type":"foobar","item":{}}'
    : `{"type":"device","item":{"id":"=d${n}","user_id":"nobody${n}","push_provider_type":"apn","created_at":"2024-05-01T10:00:00Z"}}`,
);
const text = `${lines.join("\n")}\n`;

let server: TestServer;
let failed: ImportTask;

beforeAll(async () => {
  server = await testServer({ rateLimit: 0 });
  await using _worker = work(server.imports);
  failed = await reaches(server, await importOf(server, text), "analyze_failed");
});

afterAll(() => server[Symbol.asyncDispose]());

const get = (path: string, query: Record<string, string> = {}, headers = {}) =>
  server.call("GET", `/imports/${failed.id}${path}`, { query, headers });

test("the first 1,000 issues are in the result, with their items; lists have the first 10", async () => {
  const { errors, issues } = failed.result!;
  expect(errors).toHaveLength(1000);
  expect(errors[0]).toMatchObject({
    error: expect.stringContaining('user "nobody0" doesn\'t exist'),
    code: "user_not_found",
    item_type: "device",
    item: { id: "=d0", user_id: "nobody0" },
    line: 1,
    column: 1,
    offset: 0,
    pointer: "/user_id",
  });
  expect(issues).toMatchObject({
    errors: 2500,
    by_code: { user_not_found: 2000, invalid_item_type: 500 },
  });
  const { body } = await server.call("GET", "/imports");
  expect((body["import_tasks"] as ImportTask[])[0]!.result!.errors).toHaveLength(10);
});

describe("issues", () => {
  test("come page by page, each once, in the order of the file", async () => {
    const found: number[] = [];
    for (let cursor: string | null = "0"; cursor !== null;) {
      const { body } = await get("/issues", { limit: "999", cursor });
      found.push(...(body["issues"] as { index: number }[]).map(({ index }) => index));
      cursor = body["next"];
    }
    expect(found).toEqual(lines.map((_, index) => index));
  });

  test("are filtered by code and by type", async () => {
    const query = { code: "invalid_item_type", limit: "2" };
    const { body } = await get("/issues", query);
    expect((body["issues"] as { index: number }[]).map(({ index }) => index)).toEqual([4, 9]);
    const rest = await get("/issues", { ...query, cursor: body["next"], type: "foobar" });
    expect((rest.body["issues"] as { index: number }[])[0]!.index).toBe(14);
    expect((await get("/issues", { type: "user" })).body).toMatchObject({ issues: [], next: null });
  });

  test.for([
    [{ code: "none" }, "invalid_input"],
    [{ limit: "0" }, "invalid_input"],
    [{ cursor: "x" }, "invalid_cursor"],
  ] as const)("%j is refused", async ([query, error]) => {
    const { body } = await get("/issues", query);
    expect(body).toMatchObject({ code: 4, StatusCode: 400, error });
  });
});

test("where a file could not be read, issues and report say why there are none", async () => {
  await using _worker = work(server.imports);
  const cut = gzipSync(text).subarray(0, 500);
  const { id, failure } = await reaches(server, await importOf(server, cut), "analyze_failed");
  for (const path of ["issues", "report"]) {
    const { status, body } = await server.call("GET", `/imports/${id}/${path}`);
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({ error: "import_state", fix: failure!.fix }),
    ]);
    expect((body as { message: string }).message).toContain(failure!.message);
  }
});

describe("the report", () => {
  test("is a file of JSON Lines with every issue", async () => {
    const { body, headers } = await get("/report");
    const records = (body as string)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(records).toHaveLength(2500);
    expect(records[4]).toMatchObject({ code: "invalid_item_type", index: 4 });
    expect(headers.get("content-type")).toBe("application/x-ndjson");
    expect(headers.get("content-disposition")).toContain('filename="export.jsonl.issues.jsonl"');
  });

  test("is not held open by who asks for its headers alone, or leaves before its end", async () => {
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let n = 0; n < 20; n++) {
      expect((await server.fetch("HEAD", `/imports/${failed.id}/report`)).status).toBe(200);
      const left = await server.fetch("GET", `/imports/${failed.id}/report`);
      const reader = left.body!.getReader();
      await reader.read();
      await reader.cancel();
    }
    expect(open()).toBeLessThan(before + 20);
  });

  test("is a table in which no cell is a formula", async () => {
    const { body } = await get("/report", { format: "csv" });
    const rows = (body as string).trimEnd().split("\r\n");
    expect(rows).toHaveLength(2501);
    expect(rows[0]).toMatch(/^code,severity,message,item_type,id,line,column,offset,/);
    expect(rows[1]).toContain(",device,'=d0,1,1,0,0,/user_id,");
  });

  test("is a list with the same issues", async () => {
    const list = await get("/report", { format: "json" });
    const lines = await get("/report", { format: "jsonl" });
    const each = (lines.body as string).trimEnd().split("\n");
    expect(list.body).toEqual(each.map((line) => JSON.parse(line) as object));
  });

  test("is none before the file is checked, and empty where nothing is wrong", async () => {
    const { id } = await importOf(server, "[]");
    const early = await server.call("GET", `/imports/${id}/report`);
    expect(early.body).toMatchObject({ StatusCode: 409, error: "import_state" });
    await using _worker = work(server.imports);
    const right = '[{"type":"user","item":{"id":"ana","created_at":"2024-05-01T10:00:00Z"}}]';
    const { id: valid } = await reaches(
      server,
      await importOf(server, right),
      "waiting_confirmation",
    );
    const { status, body } = await server.call("GET", `/imports/${valid}/report`);
    expect([status, body]).toEqual([200, ""]);
  });
});

describe("the preview", () => {
  test("is the first 64 KiB, or the range that is asked for", async () => {
    const first = await get("/preview");
    expect(first.status).toBe(200);
    expect(first.body).toBe(text.slice(0, 65_536));
    const part = await get("/preview", {}, { Range: "bytes=70000-70099" });
    expect(part.status).toBe(206);
    expect(part.body).toBe(text.slice(70_000, 70_100));
    expect(part.headers.get("content-range")).toBe(`bytes 70000-70099/${text.length}`);
    const end = await get("/preview", {}, { Range: `bytes=${text.length - 3}-` });
    expect(end.body).toBe("}}\n");
  });

  test.for(["bytes=99999999-", "bytes=5-4", "bytes=-5", "bytes=0-1,3-4", "lines=1-2"])(
    "%s is refused",
    async (Range) => {
      const { status, body } = await get("/preview", {}, { Range });
      expect(status).toBe(416);
      expect(body).toMatchObject({ error: "range" });
    },
  );

  test.for([
    ["gzip", gzipSync(text)],
    [
      "zstd in two frames",
      Buffer.concat([text.slice(0, 999), text.slice(999)].map((part) => zstdCompressSync(part))),
    ],
    ["gzip, cut", gzipSync(text).subarray(0, 20_000)],
  ] as const)("of a file in %s is what is in it", async ([, packed]) => {
    const { id } = await importOf(server, packed);
    const headers = { Range: "bytes=990-1009" };
    const { status, body } = await server.call("GET", `/imports/${id}/preview`, { headers });
    expect([status, body]).toEqual([206, text.slice(990, 1010)]);
  });

  test("is refused too far into a compressed file, and before there is one", async () => {
    const { id } = await importOf(server, gzipSync(text));
    const headers = { Range: "bytes=999999999-" };
    const far = await server.call("GET", `/imports/${id}/preview`, { headers });
    expect(far.body).toMatchObject({ error: "invalid_range" });
    const none = await server.call("GET", `/imports/${(await place(server)).id}/preview`);
    expect(none.body).toMatchObject({ error: "file_missing" });
  });
});
