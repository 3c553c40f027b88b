import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Upload } from "tus-js-client";
import { getImport } from "../../imports/index.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { type Place, place, put } from "../contract/upload.ts";
import { type Listening, listen } from "../listen.ts";

const tus = { "Tus-Resumable": "1.0.0" };
const nobody = { key: null, token: null } as const;
const bytes = randomBytes(3_000_000);
const sha256 = createHash("sha256").update(bytes).digest("hex");

/** Begins an upload; gives the URL that bytes go to. */
async function begin(server: TestServer, given: Place, length = bytes.length): Promise<string> {
  const headers = { ...tus, "Upload-Length": String(length) };
  const answer = await server.call("POST", given.upload_url, { ...nobody, headers });
  expect(answer.status).toBe(201);
  return answer.headers.get("location")!;
}

function patch(server: TestServer, url: string, offset: number, body: Uint8Array) {
  const type = { "Content-Type": "application/offset+octet-stream" };
  const headers = { ...tus, ...type, "Upload-Offset": String(offset) };
  return server.call("PATCH", url, { ...nobody, headers, body });
}

/** How many bytes have arrived, as tus asks. */
async function head(server: TestServer, url: string): Promise<number> {
  const { headers } = await server.fetch("HEAD", url, { ...nobody, headers: tus });
  return Number(headers.get("upload-offset") ?? NaN);
}

/** Uploads with a client that others have written. */
function upload(listening: Listening, given: Place, chunkSize: number): Promise<string> {
  const { pathname, search } = new URL(given.upload_url);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const sending = new Upload(bytes, {
    endpoint: listening.url + pathname + search,
    chunkSize,
    onSuccess: () => resolve(sending.url!),
    onError: reject,
  });
  sending.start();
  return promise;
}

test.for([Infinity, 700_000])(
  "a client of tus uploads in chunks of %i bytes",
  async (chunkSize) => {
    await using server = await testServer();
    await using listening = await listen(server.server, { host: "127.0.0.1", port: 0 });
    const given = await place(server);
    const url = await upload(listening, given, chunkSize);
    const { file } = await getImport(server.imports, "default", given.id);
    expect(file).toMatchObject({ size: bytes.length, sha256 });
    const state = await server.call("GET", new URL(url).pathname + new URL(url).search, nobody);
    expect(state.body).toEqual({ offset: bytes.length, length: bytes.length, sha256 });
  },
);

test("bytes that arrived before the connection broke are kept, and the rest follows", async () => {
  await using server = await testServer();
  await using listening = await listen(server.server, { host: "127.0.0.1", port: 0 });
  const given = await place(server);
  const url = await begin(server, given);
  const { pathname, search } = new URL(url);
  const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
  socket.write(
    `PATCH ${pathname}${search} HTTP/1.1\r\nHost: chat.test\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`,
  );
  socket.write(bytes.subarray(0, 1_000_000));
  const partial = join(server.imports.folder, "files", given.id.slice(0, 2), `${given.id}.partial`);
  await expect.poll(() => statSync(partial, { throwIfNoEntry: false })?.size).toBe(1_000_000);
  // While that one hangs, whoever asks takes its turn.
  expect(await head(server, url)).toBe(1_000_000);
  socket.destroy();
  await once(socket, "close");
  const answer = await patch(server, url, 1_000_000, bytes.subarray(1_000_000));
  expect([answer.status, answer.headers.get("upload-offset")]).toEqual([204, "3000000"]);
  expect((await getImport(server.imports, "default", given.id)).file).toMatchObject({ sha256 });
  expect(await head(server, url)).toBe(bytes.length);
});

describe("what does not follow is refused, and changes nothing", () => {
  test("other bytes than the next ones", async () => {
    await using server = await testServer();
    const url = await begin(server, await place(server));
    await patch(server, url, 0, bytes.subarray(0, 10));
    for (const offset of [0, 9, 11, bytes.length]) {
      const { body } = await patch(server, url, offset, bytes.subarray(0, 10));
      expect(body).toMatchObject({ StatusCode: 409, error: "upload_offset" });
    }
    expect(await head(server, url)).toBe(10);
  });

  test("more bytes than were announced", async () => {
    await using server = await testServer();
    const given = await place(server);
    const url = await begin(server, given, 100);
    const { body } = await patch(server, url, 0, bytes.subarray(0, 101));
    expect(body).toMatchObject({ StatusCode: 413, error: "file_too_large" });
    expect((await getImport(server.imports, "default", given.id)).file).toBe(null);
  });

  test("more bytes than a file may have, before any is sent", async () => {
    await using server = await testServer({ maxUpload: 100 });
    const { upload_url } = await place(server);
    const headers = { ...tus, "Upload-Length": "101" };
    const { body } = await server.call("POST", upload_url, { ...nobody, headers });
    expect(body).toMatchObject({ StatusCode: 413, error: "file_too_large" });
  });

  test("a file that is there already", async () => {
    await using server = await testServer();
    const given = await place(server);
    const url = await begin(server, given);
    await put(server, given, "[]");
    const { body } = await patch(server, url, 0, bytes);
    expect(body).toMatchObject({ StatusCode: 409, error: "import_state" });
    expect((await getImport(server.imports, "default", given.id)).file!.size).toBe(2);
  });

  test.for([
    ["length", "9"],
    ["length", ""],
    ["expires", "9999999999"],
    ["signature", "AAAA"],
  ] as const)("a URL with another %s: %j", async ([name, value]) => {
    await using server = await testServer();
    const url = new URL(await begin(server, await place(server), 3));
    url.searchParams.set(name, value);
    const { body } = await patch(server, url.href, 0, bytes.subarray(0, 3));
    expect(body).toMatchObject({ StatusCode: 403, error: "upload_signature" });
  });

  test.for([
    [{ "Tus-Resumable": "0.2.2", "Upload-Length": "3" }, 412],
    [{ "Upload-Length": "3" }, 412],
    [tus, 400],
    [{ ...tus, "Upload-Length": "-1" }, 400],
  ] as const)("a beginning with %j gives %i", async ([headers, status]) => {
    await using server = await testServer();
    const { upload_url } = await place(server);
    const answer = await server.call("POST", upload_url, { ...nobody, headers });
    expect(answer.status).toBe(status);
  });

  test("bytes to a URL that was not begun, or as something else", async () => {
    await using server = await testServer();
    const given = await place(server);
    expect((await patch(server, given.upload_url, 0, bytes)).status).toBe(400);
    const headers = { ...tus, "Upload-Offset": "0", "Content-Type": "application/json" };
    const url = await begin(server, given);
    const answer = await server.call("PATCH", url, { ...nobody, headers, body: "[]" });
    expect(answer.status).toBe(415);
  });
});

test("an empty file is there when it was begun", async () => {
  await using server = await testServer();
  const given = await place(server);
  const url = await begin(server, given, 0);
  expect(await head(server, url)).toBe(0);
  expect((await getImport(server.imports, "default", given.id)).file!.size).toBe(0);
});
