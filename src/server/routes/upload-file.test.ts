import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { getImport } from "../../imports/index.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { place, put } from "../contract/upload.ts";
import { listen } from "../listen.ts";

const file = '[{"type":"user","item":{"id":"ana"}}]';

function filesOf({ imports }: TestServer): string[] {
  const all = readdirSync(imports.folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && entry.parentPath.startsWith(join(imports.folder, "files")))
    .map(({ name }) => name);
}

describe("the URL", () => {
  test("is of PUBLIC_URL where there is one", async () => {
    await using server = await testServer({ publicUrl: "https://chat.example.com/import" });
    const { upload_url } = await place(server);
    expect(upload_url).toMatch(/^https:\/\/chat\.example\.com\/import\/uploads\//);
  });

  test.for([
    ["/srv/exports/a.jsonl", "a.jsonl"],
    ["..\\..\\a.jsonl", "a.jsonl"],
    ["smörgås & co.json.gz", "smörgås & co.json.gz"],
    ["a?b#c%2f.json", "a?b#c%2f.json"],
  ] as const)("ends its path with the base name of %s", async ([filename, name]) => {
    await using server = await testServer();
    const { path, upload_url } = await place(server, filename);
    expect(path.endsWith(`/${name}`)).toBe(true);
    expect(new URL(upload_url).pathname.endsWith(`/${encodeURIComponent(name)}`)).toBe(true);
    expect((await put(server, { upload_url }, file)).status).toBe(200);
  });

  test.for([[""], [".."], ["/"], ["a\u0000.json"], ["a\n.json"], ["x".repeat(256)]] as const)(
    "is not given for the name %j",
    async ([filename]) => {
      await using server = await testServer();
      const { body } = await server.call("POST", "/import_urls", { body: { filename } });
      expect(body).toMatchObject({ code: 4, StatusCode: 400, error: "invalid_file_name" });
    },
  );

  test.for([
    ["app", "other"],
    ["expires", "9999999999"],
    ["max_bytes", "0"],
    ["signature", ""],
    ["signature", "AAAA"],
  ] as const)("is refused with another %s", async ([name, value]) => {
    await using server = await testServer();
    const given = await place(server);
    const url = new URL(given.upload_url);
    url.searchParams.set(name, value);
    const { body } = await put(server, { upload_url: url.href }, file);
    expect(body).toMatchObject({ code: 17, StatusCode: 403, error: "upload_signature" });
  });

  test("is refused for another import", async () => {
    await using server = await testServer();
    const [one, other] = [await place(server), await place(server)];
    const upload_url = one.upload_url.replace(one.id, other.id);
    expect((await put(server, { upload_url }, file)).status).toBe(403);
  });

  test("expires", async () => {
    await using server = await testServer({ uploadExpiry: 0 });
    const { body } = await put(server, await place(server), file);
    expect(body).toMatchObject({ code: 17, StatusCode: 403, error: "upload_expired" });
  });
});

test("what was uploaded is kept as it is, and known by its hash", async () => {
  await using server = await testServer();
  const packed = gzipSync(file);
  const given = await place(server);
  const { body } = await put(server, given, packed, { "Content-Type": "application/gzip" });
  const sha256 = createHash("sha256").update(packed).digest("hex");
  expect(body).toMatchObject({ size: packed.length, sha256 });
  expect(filesOf(server)).toHaveLength(1);
});

test("a file that is there is not replaced", async () => {
  await using server = await testServer();
  const given = await place(server);
  await put(server, given, file);
  const { body } = await put(server, given, "[]");
  expect(body).toMatchObject({ StatusCode: 409, error: "import_state" });
  expect((await getImport(server.imports, "default", given.id)).file!.size).toBe(file.length);
  expect(filesOf(server)).toHaveLength(1);
});

test("of two uploads at once, one counts, and nothing is left of the other", async () => {
  await using server = await testServer();
  const given = await place(server);
  const slow = new TransformStream<Uint8Array, Uint8Array>();
  const first = put(server, given, slow.readable);
  const writer = slow.writable.getWriter();
  await writer.write(Buffer.from("["));
  expect((await put(server, given, file)).status).toBe(200);
  await writer.write(Buffer.from("]"));
  await writer.close();
  expect((await first).body).toMatchObject({ StatusCode: 409, error: "import_state" });
  expect((await getImport(server.imports, "default", given.id)).file!.size).toBe(file.length);
  expect(filesOf(server)).toHaveLength(1);
});

test("more bytes than allowed are refused, told before or not, and leave nothing", async () => {
  await using server = await testServer({ maxUpload: 100 });
  const given = await place(server);
  const large = "x".repeat(101);
  const told = await put(server, given, large, {
    "Content-Type": "application/json",
    "Content-Length": "101",
  });
  const found = await put(server, given, new Blob([large]).stream());
  expect([told.body, found.body]).toMatchObject([
    { code: 22, StatusCode: 413, error: "file_too_large" },
    { code: 22, StatusCode: 413, error: "file_too_large" },
  ]);
  expect(filesOf(server)).toEqual([]);
  expect((await put(server, given, "x".repeat(100))).status).toBe(200);
});

test.for([
  ["application/json", 200],
  ["application/x-ndjson; charset=utf-8", 200],
  ["application/octet-stream", 200],
  ["application/zstd", 200],
  ["text/plain;charset=UTF-8", 200],
  ["multipart/form-data; boundary=x", 415],
  ["application/x-www-form-urlencoded", 415],
] as const)("a file sent as %s gives %i", async ([type, status]) => {
  await using server = await testServer();
  const answer = await put(server, await place(server), file, { "Content-Type": type });
  expect(answer.status).toBe(status);
});

test.for(["told", "in chunks"])(
  "a client that stops half way, its length %s, leaves nothing and may send the file again",
  async (how) => {
    await using server = await testServer();
    await using listening = await listen(server.server, { host: "127.0.0.1", port: 0 });
    const given = await place(server);
    const { pathname, search } = new URL(given.upload_url);
    const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
    const length = how === "told" ? "Content-Length: 1000" : "Transfer-Encoding: chunked";
    const part = how === "told" ? "[" : "1\r\n[\r\n";
    socket.write(
      `PUT ${pathname}${search} HTTP/1.1\r\nHost: chat.test\r\n${length}\r\n\r\n${part}`,
    );
    await expect.poll(() => filesOf(server)).toEqual([expect.stringMatching(/\.partial$/)]);
    socket.destroy();
    await once(socket, "close");
    await expect.poll(() => filesOf(server)).toEqual([]);
    await expect.poll(() => server.log.join("")).toContain('"status":408');
    expect(server.log.join("")).not.toContain('"status":500');
    expect((await getImport(server.imports, "default", given.id)).file).toBe(null);
    const again = await fetch(new URL(`${pathname}${search}`, listening.url), {
      method: "PUT",
      body: file,
      headers: { "Content-Type": "application/json" },
    });
    expect(again.status).toBe(200);
    expect((await getImport(server.imports, "default", given.id)).file!.size).toBe(file.length);
  },
);

test("who sends a large file where none is taken hears why", async () => {
  await using server = await testServer({ maxUpload: 1_000 });
  await using listening = await listen(server.server, { host: "127.0.0.1", port: 0 });
  const { pathname, search } = new URL((await place(server)).upload_url);
  const answer = await fetch(new URL(`${pathname}${search}`, listening.url), {
    method: "PUT",
    body: new Uint8Array(20_000_000),
    headers: { "Content-Type": "application/json" },
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 22 });
});
