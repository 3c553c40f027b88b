import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import type { ImportTask } from "../src/server/index.ts";
import { communityFile } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { type Ran, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

type Run = (...words: string[]) => Promise<Ran>;

const broken =
  '[{"type":"user","item":{"id":"ana"}},{"type":"user","item":{"id":"\\u001b[2J bo","role":7}}]';

/** Leads two files to their ends by the command line, in whatever place `run` works.
 *
 * @returns their states then, newest first */
async function leadTwo(run: Run, brokenFile: string): Promise<string[]> {
  const uploaded = await run("upload", communityFile, "--watch", "--format", "json");
  expect([uploaded.code, uploaded.stderr]).toEqual([0, ""]);
  const { id, state, sha256 } = JSON.parse(uploaded.stdout) as ImportTask;
  expect([state, sha256]).toEqual([
    "waiting_confirmation",
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);

  const seen = await run("imports", "get", id);
  expect(seen.stdout).toContain(`chatferry.js imports confirm ${id}`);
  const confirmed = await run("imports", "confirm", id, "--watch");
  expect([confirmed.code, confirmed.stderr]).toEqual([0, ""]);
  expect(confirmed.stdout).toMatch(/message +1,382 +1,382 +0 +0 +0/);
  const again = await run("imports", "confirm", id);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is completed")]);

  const failed = await run("upload", brokenFile, "--confirm");
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain("analyze failed");
  // oxlint-disable-next-line no-control-regex
  expect(failed.stdout).not.toMatch(/\u001b\[2J/);
  const list = await run(
    "imports",
    "list",
    "--state",
    "analyze_failed,completed",
    "--format",
    "json",
  );
  const tasks = JSON.parse(list.stdout) as ImportTask[];

  const page = await run("imports", "issues", tasks[0]!.id, "--limit", "1");
  const [, cursor] = /--cursor (\d+)/.exec(page.stdout) ?? [];
  const next = await run(
    "imports",
    "issues",
    tasks[0]!.id,
    "--cursor",
    cursor!,
    "--format",
    "json",
  );
  const all = await run("imports", "issues", tasks[0]!.id, "--format", "jsonl");
  const { issues } = JSON.parse(next.stdout) as { issues: object[] };
  expect(all.stdout.trimEnd().split("\n")).toHaveLength(issues.length + 1);
  return tasks.map(({ state }) => state);
}

test("imports are led to their end on the folder, without a server", async () => {
  using folder = tempFolder();
  const file = folder.file("broken.json");
  writeFileSync(file, broken);
  const data = folder.file("data");
  const states = await leadTwo((...words) => startCli([...words, "--data", data]).ended, file);
  expect(states).toEqual(["analyze_failed", "completed"]);
});

test("a file that cannot be read fails with what is wrong with it, and not with a list of nothing", async () => {
  using folder = tempFolder();
  const file = folder.file("cut.json.gz");
  writeFileSync(file, gzipSync(readFileSync(communityFile)).subarray(0, 5_000));
  const run: Run = (...words) => startCli([...words, "--data", folder.file("data")]).ended;
  const { code, stdout } = await run("upload", file, "--watch");
  expect(code).toBe(3);
  expect(stdout).toContain("it is damaged, ends too early");
  expect(stdout).not.toContain("imports issues");
  const [, id] = /id +(\S+)/.exec(stdout)!;
  const issues = await run("imports", "issues", id!);
  expect([issues.code, issues.stderr]).toEqual([2, expect.stringContaining("ends too early")]);
});

test("imports are led to their end on a server, which is also seen in its folder", async () => {
  using folder = tempFolder();
  const file = folder.file("broken.json");
  writeFileSync(file, broken);
  const data = folder.file("data");
  const { url, process, ended } = await startServe(data);
  const { key, secret } = await makeKey(data);
  const env = { CHATFERRY_URL: url, CHATFERRY_KEY: key, CHATFERRY_SECRET: secret };
  const states = await leadTwo((...words) => startCli(words, undefined, [], env).ended, file);
  expect(states).toEqual(["analyze_failed", "completed"]);
  const imported = await startCli(["import", communityFile, "--yes"], undefined, [], env).ended;
  expect([imported.code, imported.stderr]).toEqual([0, ""]);
  expect(imported.stdout).toMatch(/completed[^]*message +1,382 +0 +0 +1,382 +0/);
  for (const [words, said] of [
    [[communityFile, file], "one at a time"],
    [[communityFile, "--roles", "captain"], "leave --roles out"],
  ] as const) {
    const ran = await startCli(["import", ...words, "--yes"], undefined, [], env).ended;
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(said)]);
  }
  const beside = await startCli(["upload", communityFile, "--confirm", "--data", data]).ended;
  expect([beside.code, beside.stderr]).toEqual([0, ""]);
  expect(beside.stdout).toMatch(/message +1,382 +0 +0 +1,382 +0/);
  process.kill("SIGTERM");
  await ended;
});

test("an import is paused, resumed, rejected and cancelled, with the reasons shown", async () => {
  using folder = tempFolder();
  const run: Run = (...words) => startCli([...words, "--data", folder.path]).ended;
  const upload = async () => {
    const { stdout } = await run("upload", communityFile, "--format", "json");
    return (JSON.parse(stdout) as ImportTask).id;
  };
  const one = await upload();
  expect((await run("imports", "pause", one)).stdout).toContain(`imports resume ${one}`);
  expect((await run("imports", "list")).stdout).toContain("uploaded, paused");
  expect((await run("imports", "resume", one)).code).toBe(0);
  expect((await run("imports", "watch", one)).stdout).toContain("waiting confirmation");
  const rejected = await run("imports", "reject", one, "--reason", "last week's file");
  expect(rejected.stdout).toContain("last week's file");
  expect((await run("imports", "watch", one)).code).toBe(3);
  const two = await upload();
  expect((await run("imports", "cancel", two)).stdout).toContain("cancelled");
  const empty = await run("imports", "cancel", two, "--reason", " ");
  expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("reason")]);
});

describe("what is wrong is said, with what mends it", () => {
  test("keys, tokens, sizes and modes, on a server", async () => {
    using folder = tempFolder();
    const { url, process, ended } = await startServe(folder.path, {
      CHATFERRY_MAX_UPLOAD: "100KB",
    });
    const { key, secret } = await makeKey(folder.path);
    const run = (words: readonly string[], env: NodeJS.ProcessEnv) =>
      startCli([...words, "--server", url], undefined, [], env).ended;
    const good = { CHATFERRY_KEY: key, CHATFERRY_SECRET: secret };
    const list = ["imports", "list"];
    for (const [words, env, code, said] of [
      [list, {}, 2, "CHATFERRY_SECRET"],
      [list, { ...good, CHATFERRY_KEY: "none" }, 2, "The API key is not valid"],
      [list, { ...good, CHATFERRY_SECRET: "other" }, 2, "signature of the token is not valid"],
      [list, { CHATFERRY_KEY: key, CHATFERRY_TOKEN: "x" }, 2, "no valid JSON Web Token"],
      [["upload", communityFile], good, 2, "more than 100000 bytes"],
      [["imports", "get", "../app"], good, 2, "has no import"],
      [[...list, "--app", "shop"], good, 2, "the key tells the app"],
      [[...list, "--data", "x"], good, 2, "give one of them"],
    ] as const) {
      const ran = await run(words, env);
      expect([words, ran.code, ran.stderr]).toEqual([words, code, expect.stringContaining(said)]);
    }
    await startCli(["apps", "mode", "default", "production", "--data", folder.path]).ended;
    for (const place of [
      ["--server", url],
      ["--data", folder.path],
    ]) {
      const ran = await startCli(["upload", communityFile, ...place], undefined, [], good).ended;
      expect([ran.code, ran.stderr]).toEqual([
        2,
        expect.stringContaining("chatferry.js apps mode default development"),
      ]);
    }
    process.kill("SIGTERM");
    await ended;
  });

  test("an address where no server is, or another one", async () => {
    const other = createServer((_, response) => void response.end("<html>")).listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const run = (server: string) => {
      const env = { CHATFERRY_KEY: "k", CHATFERRY_SECRET: "s" };
      return startCli(["imports", "list", "--server", server], undefined, [], env).ended;
    };
    const html = await run(`http://127.0.0.1:${port}`);
    expect([html.code, html.stderr]).toEqual([3, expect.stringContaining("is no JSON")]);
    other.close();
    other.closeAllConnections();
    const none = await run(`http://127.0.0.1:${port}`);
    expect([none.code, none.stderr]).toEqual([3, expect.stringContaining(`127.0.0.1:${port}`)]);
    expect(none.stderr).toContain("chatferry.js serve");
    const wrong = await run("chat.example.com");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--server")]);
  });

  test.for([
    ["/dev/null", 2, "no plain file"],
    ["/", 3, "it is a folder"],
    ["/none.json", 3, "there is no such file"],
  ] as const)("%s is not sent", async ([file, code, said]) => {
    using folder = tempFolder();
    const ran = await startCli(["upload", file, "--data", folder.path]).ended;
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
