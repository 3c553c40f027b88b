import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOrigin } from "../contract/origin.ts";
import { s3Server, type S3Server } from "../contract/s3-server.ts";
import { filesContract } from "../files.contract.ts";
import { openS3Files } from "./open-s3-files.ts";
import type { S3Options } from "./s3-bucket.ts";
import type { S3Place } from "./s3-place.ts";

const mebibyte = 1_048_576;
const options: S3Options = { partSize: 5 * mebibyte, backoff: 1, patience: 20_000 };

let server: S3Server;
beforeAll(async () => {
  server = await s3Server();
}, 300_000);
afterAll(() => server[Symbol.asyncDispose]());

async function tempFiles(place: S3Place, given: S3Options = options) {
  const tmp = await mkdtemp(join(tmpdir(), "chatferry-copies-"));
  return {
    tmp,
    files: openS3Files(place, tmp, given),
    [Symbol.asyncDispose]: () => rm(tmp, { recursive: true }),
  };
}

filesContract("files in a bucket", () =>
  tempFiles({ ...server.place, prefix: `${randomUUID()}/` }),
);

test("a copy is gone when nobody reads it any more", async () => {
  await using place = await tempFiles(server.place);
  await using writer = await place.files.create();
  await writer.write(Buffer.from("hello"));
  const { name } = await writer.complete();
  {
    await using _copy = await place.files.localCopy(name);
    expect(await readdir(place.tmp)).toHaveLength(1);
  }
  expect(await readdir(place.tmp)).toEqual([]);
});

test("a copy whose bytes are not those that were written is refused, and nothing is left of it", async () => {
  await using place = await tempFiles(server.place);
  await using writer = await place.files.create();
  await writer.write(Buffer.from("hello"));
  const { name } = await writer.complete();
  await expect(place.files.localCopy(name, { sha256: "0".repeat(64) })).rejects.toMatchObject({
    code: "file_damaged",
  });
  expect(await readdir(place.tmp)).toEqual([]);
});

test.for([
  ["another bucket", { bucket: "none" }, "files_refused", "NoSuchBucket"],
  ["nobody there", { endpoint: "http://127.0.0.1:1" }, "files_unreachable", "ECONNREFUSED"],
  ["encryption that it lacks", { encryption: "AES256" }, "files_failed", "encryption"],
] as const)("%s is an error with a way out", async ([_name, other, code, said]) => {
  await using place = await tempFiles({ ...server.place, ...other });
  await using writer = await place.files.create();
  await expect(writer.complete()).rejects.toMatchObject({
    code,
    message: expect.stringContaining(said) as unknown,
    fix: expect.any(String) as unknown,
  });
});

test("a wrong secret is refused by its signature", async () => {
  await using place = await tempFiles(server.place);
  process.env["AWS_SECRET_ACCESS_KEY"] = "other";
  try {
    await using writer = await place.files.create();
    await expect(writer.complete()).rejects.toMatchObject({
      code: "files_refused",
      message: expect.stringContaining("SignatureDoesNotMatch") as unknown,
    });
  } finally {
    Object.assign(process.env, server.env);
  }
});

/** What fails in front of the server: `count` requests of those that `which` names. */
interface Fault {
  readonly name: string;
  readonly which: (request: IncomingMessage) => boolean;
  readonly count: number;
  readonly fail: (request: IncomingMessage, response: ServerResponse) => void;
}

const isPart = ({ method, url }: IncomingMessage) =>
  method === "PUT" && url!.includes("partNumber");
const isRead = ({ method }: IncomingMessage) => method === "GET";

const faults: readonly Fault[] = [
  {
    name: "503 with Slow Down",
    which: ({ method }) => method !== "DELETE",
    count: 2,
    fail: (_, response) => void response.writeHead(503).end(errorText("SlowDown")),
  },
  { name: "no answer", which: isPart, count: 1, fail: () => undefined },
  {
    name: "a broken connection",
    which: isPart,
    count: 2,
    fail: (request) => void request.socket.destroy(),
  },
  {
    name: "a damaged part",
    which: isPart,
    count: 2,
    fail: (_, response) => void response.writeHead(400).end(errorText("BadDigest")),
  },
  {
    name: "a read that is cut",
    which: isRead,
    count: 3,
    fail(_, response) {
      response.writeHead(206, { "Content-Length": mebibyte }).write("half");
      setImmediate(() => response.destroy());
    },
  },
];

const errorText = (code: string) => `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;

/** The server with a fault in front of it: what does not fail is passed on, signature and all. */
async function faulty({ which, count, fail }: Fault) {
  let failed = 0;
  const target = new URL(server.place.endpoint!);
  const origin = await openOrigin((request, response) => {
    if (failed < count && which(request)) {
      failed++;
      request.resume();
      fail(request, response);
      return;
    }
    void pass(request, response, target);
  });
  return { ...origin, failed: () => failed };
}

async function pass(request: IncomingMessage, response: ServerResponse, { host }: URL) {
  const { request: ask } = await import("node:http");
  const [hostname, port] = host.split(":");
  // The signature holds the host that was asked; Swift takes it from the header.
  const { method, url: path, headers } = request;
  const passed = ask({ hostname, port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  request.pipe(passed);
}

describe("what passes is tried again", () => {
  test.for(faults)("$name", async (fault) => {
    await using front = await faulty(fault);
    const endpoint = `http://127.0.0.1:${front.port}`;
    await using place = await tempFiles(
      { ...server.place, endpoint },
      { ...options, patience: 2_000 },
    );
    await using writer = await place.files.create();
    const bytes = Buffer.alloc(12 * mebibyte, "chatferry ");
    await writer.write(bytes);
    const { name, sha256 } = await writer.complete();
    await using copy = await place.files.localCopy(name, { sha256 });
    expect(copy.path).toContain(place.tmp);
    expect(front.failed()).toBe(fault.count);
  });

  test("but not for ever", async () => {
    await using front = await faulty({ ...faults[0]!, count: Infinity });
    const endpoint = `http://127.0.0.1:${front.port}`;
    await using place = await tempFiles({ ...server.place, endpoint });
    await using writer = await place.files.create();
    await expect(writer.complete()).rejects.toMatchObject({
      code: "files_unreachable",
      message: expect.stringContaining("503") as unknown,
    });
    expect(front.failed()).toBe(5);
  });
});

test("encryption is asked for with every object", async () => {
  await using origin = await openOrigin((request, response) => {
    request.resume();
    response.writeHead(200, { ETag: '"x"' });
    response.end(
      "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>",
    );
  });
  await using place = await tempFiles({
    ...server.place,
    endpoint: `http://127.0.0.1:${origin.port}`,
    encryption: "aws:kms",
    kmsKey: "key-1",
  });
  for (const size of [1, 6 * mebibyte]) {
    await using writer = await place.files.create();
    await writer.write(new Uint8Array(size));
    await writer.complete();
  }
  const asked = origin.requests
    .filter(({ url }) => !url!.includes("uploadId"))
    .map(({ headers }) => [
      headers["x-amz-server-side-encryption"],
      headers["x-amz-server-side-encryption-aws-kms-key-id"],
    ]);
  expect(asked).toEqual([
    ["aws:kms", "key-1"],
    ["aws:kms", "key-1"],
  ]);
});
