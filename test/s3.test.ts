import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type S3Server, s3Server } from "../src/files/contract/s3-server.ts";
import type { ImportTask } from "../src/server/index.ts";
import { communityFile } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

let s3: S3Server;
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  s3 = await s3Server();
  settings = {
    ...s3.env,
    CHATFERRY_S3_BUCKET: s3.place.bucket,
    CHATFERRY_S3_ENDPOINT: s3.place.endpoint!,
    CHATFERRY_S3_REGION: s3.place.region!,
    CHATFERRY_S3_PATH_STYLE: "yes",
    CHATFERRY_S3_PREFIX: "chatferry/",
  };
}, 300_000);
afterAll(() => s3[Symbol.asyncDispose]());

test("imports go through a bucket, and nothing of their files stays in the folder", async () => {
  using folder = tempFolder();
  const data = folder.file("data");
  const { url, process, ended } = await startServe(data, settings);
  const { key, secret } = await makeKey(data);
  const env = { CHATFERRY_URL: url, CHATFERRY_KEY: key, CHATFERRY_SECRET: secret };
  const run = (...words: string[]) => startCli(words, undefined, [], env).ended;
  const loaded = await run("upload", communityFile, "--confirm");
  expect([loaded.code, loaded.stderr]).toEqual([0, ""]);
  expect(loaded.stdout).toMatch(/message +1,382 +1,382 +0 +0 +0/);

  const broken = folder.file("broken.json.gz");
  writeFileSync(broken, gzipSync('[{"type":"user","item":{"id":"ana","role":7}}]'));
  const failed = await run("upload", broken, "--watch", "--format", "json");
  expect(failed.code).toBe(1);
  const { id } = JSON.parse(failed.stdout) as ImportTask;
  const issues = await run("imports", "issues", id);
  expect(issues.stdout).toContain("role");
  process.kill("SIGTERM");
  await ended;

  // The same bucket, from the folder.
  const beside = ["--data", data];
  const again = await startCli(
    ["upload", communityFile, "--confirm", ...beside],
    undefined,
    [],
    settings,
  ).ended;
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect(again.stdout).toMatch(/message +1,382 +0 +0 +1,382 +0/);
  expect(existsSync(`${data}/files`)).toBe(false);
  expect(readdirSync(`${data}/tmp/copies`)).toEqual([]);
});

test("doctor tells whether the bucket can be used", async () => {
  using folder = tempFolder();
  const doctor = (env: NodeJS.ProcessEnv) =>
    startCli(["doctor", "--data", folder.path], undefined, [], { ...env, CHATFERRY_PORT: "0" })
      .ended;
  const fine = await doctor(settings);
  expect(fine.stdout).toContain("written, read and removed in the bucket files");
  const wrong = await doctor({ ...settings, AWS_SECRET_ACCESS_KEY: "other" });
  expect([wrong.code, wrong.stdout]).toEqual([
    3,
    expect.stringMatching(/The file .* is refused: SignatureDoesNotMatch/),
  ]);
});
