import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fileUrl, type ShownFile } from "../file-url.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { token } from "../contract/tokens.ts";
import { importOf, place } from "../contract/upload.ts";

const bytes = Buffer.from("0123456789".repeat(100_000));
const nobody = { key: null, token: null } as const;
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

/** Keeps a file; gives what its URL is made of. */
async function keep({ imports }: TestServer, shown: Partial<ShownFile> = {}): Promise<ShownFile> {
  await using writer = await imports.files.create();
  await writer.write(bytes);
  const { name } = await writer.complete();
  return { app: "default", name, fileName: "cat.png", type: "image/png", ...shown };
}

async function get(server: TestServer, shown: ShownFile, headers = {}, method = "GET") {
  const url = fileUrl(Buffer.alloc(32, 7), "http://chat.test", shown, inAnHour());
  const { pathname, search } = new URL(url);
  return server.fetch(method, pathname + search, { ...nobody, headers });
}

test("the whole of a file, as what it is, which others may keep until its URL expires", async () => {
  await using server = await testServer();
  const answer = await get(server, await keep(server));
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": String(bytes.length),
    "accept-ranges": "bytes",
    "content-disposition": `inline; filename="cat.png"; filename*=UTF-8''cat.png`,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
  });
  expect(answer.headers.get("cache-control")).toMatch(/^private, max-age=3[56]\d\d, immutable$/);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

describe("a range of it", () => {
  test.for([
    ["bytes=0-0", 206, "0", "bytes 0-0/1000000"],
    ["bytes=999995-", 206, "56789", "bytes 999995-999999/1000000"],
    ["bytes=-3", 206, "789", "bytes 999997-999999/1000000"],
  ] as const)("%s", async ([range, status, text, said]) => {
    await using server = await testServer();
    const answer = await get(server, await keep(server), { Range: range });
    expect([answer.status, answer.headers.get("content-range"), await answer.text()]).toEqual([
      status,
      said,
      text,
    ]);
  });

  test("that is not there is refused, and the size is said", async () => {
    await using server = await testServer();
    const answer = await get(server, await keep(server), { Range: "bytes=1000000-" });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([416, "bytes */1000000"]);
  });

  test("counts only if it is of the same file", async () => {
    await using server = await testServer();
    const kept = await keep(server);
    const etag = (await get(server, kept, {}, "HEAD")).headers.get("etag")!;
    const same = await get(server, kept, { Range: "bytes=0-0", "If-Range": etag });
    const other = await get(server, kept, { Range: "bytes=0-0", "If-Range": '"x"' });
    expect([same.status, other.status]).toEqual([206, 200]);
  });
});

test.for([
  ["text/html", "attachment"],
  ["image/svg+xml", "attachment"],
  ["application/xhtml+xml", "attachment"],
  ["application/pdf", "attachment"],
  ["text/javascript", "attachment"],
  ["text/plain", "attachment"],
  ["application/octet-stream", "attachment"],
  ["image/jpeg", "inline"],
  ["video/mp4", "inline"],
] as const)("%s comes as %s, and runs nothing", async ([type, how]) => {
  await using server = await testServer();
  const { headers } = await get(server, await keep(server, { type, fileName: 'a"b\n€.x' }));
  expect(headers.get("content-disposition")).toBe(
    `${how}; filename="a_b__.x"; filename*=UTF-8''a%22b%0A%E2%82%AC.x`,
  );
  expect(headers.get("content-security-policy")).toBe(
    "sandbox; default-src 'none'; frame-ancestors 'none'",
  );
});

describe("the URL", () => {
  test.for([
    ["app", "other"],
    ["type", "text/html"],
    ["expires", "9999999999"],
    ["signature", ""],
    ["signature", "AAAA"],
  ] as const)("is refused with another %s", async ([name, value]) => {
    await using server = await testServer();
    const shown = await keep(server);
    const url = new URL(fileUrl(Buffer.alloc(32, 7), "http://chat.test", shown, inAnHour()));
    url.searchParams.set(name, value);
    const { body } = await server.call("GET", url.pathname + url.search, nobody);
    expect(body).toMatchObject({ StatusCode: 403, error: "file_signature" });
  });

  test("is refused for another file, and under another name", async () => {
    await using server = await testServer();
    const [one, other] = [await keep(server), await keep(server)];
    const url = fileUrl(Buffer.alloc(32, 7), "http://chat.test", one, inAnHour());
    for (const forged of [url.replace(one.name, other.name), url.replace("cat.png", "cat.html")]) {
      const { body } = await server.call("GET", forged, nobody);
      expect(body).toMatchObject({ StatusCode: 403, error: "file_signature" });
    }
  });

  test("expires", async () => {
    await using server = await testServer();
    const url = fileUrl(Buffer.alloc(32, 7), "http://chat.test", await keep(server), 1);
    const { body } = await server.call("GET", url, nobody);
    expect(body).toMatchObject({ StatusCode: 403, error: "file_expired" });
  });

  test("of a file that was removed finds none", async () => {
    await using server = await testServer();
    const kept = await keep(server);
    await server.imports.files.remove(kept.name);
    expect((await get(server, kept)).status).toBe(404);
  });

  test("of an upload opens no file", async () => {
    await using server = await testServer();
    const { upload_url } = await place(server);
    const { body } = await server.call("GET", upload_url.replace("/uploads/", "/files/"), nobody);
    expect(body).toMatchObject({ StatusCode: 403 });
  });
});

describe("the file of an import", () => {
  test("is saved as it was uploaded, under the name that it had", async () => {
    await using server = await testServer();
    const packed = gzipSync('[{"type":"user","item":{"id":"ana"}}]');
    const { id } = await importOf(server, packed);
    const { body } = await server.call("GET", `/imports/${id}/file`);
    const { url, expires_at } = body as { url: string; expires_at: string };
    expect(Date.parse(expires_at)).toBeGreaterThan(Date.now() + 800_000);
    const answer = await server.fetch("GET", url, nobody);
    expect(Buffer.from(await answer.arrayBuffer()).equals(packed)).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain('attachment; filename="export');
  });

  test("of another app is not found, and before it is there, it is missing", async () => {
    await using server = await testServer();
    await server.imports.store.createApp("other", "development");
    const key = await server.imports.control.createKey("other", "script");
    const { id } = await place(server);
    const missing = await server.call("GET", `/imports/${id}/file`);
    expect(missing.body).toMatchObject({ StatusCode: 400, error: "file_missing" });
    const call = { key: key.key, token: await token(key.secret, { server: true }) };
    const { body } = await server.call("GET", `/imports/${id}/file`, call);
    expect(body).toMatchObject({ StatusCode: 404, error: "import_not_found" });
  });
});
