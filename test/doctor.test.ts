import { once } from "node:events";
import { openSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { communityFile } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { runCli, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

interface Finding {
  readonly name: string;
  readonly verdict: string;
  readonly text: string;
  readonly fix: string | null;
}

/** What the doctor finds, by what it looked at, and what it exits with. */
async function examine(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const all = ["doctor", "--format", "json", ...words];
  const variables = { CHATFERRY_PORT: "0", ...env };
  const { stdout, stderr, code } = await startCli(all, undefined, [], variables).ended;
  expect(stderr).toBe("");
  const findings = JSON.parse(stdout) as Finding[];
  return { code, found: Object.fromEntries(findings.map((finding) => [finding.name, finding])) };
}

test("where all is in place, nothing is wrong, and nothing is written", async () => {
  using folder = tempFolder();
  const before = await examine(["--data", folder.file("data")]);
  expect(before.code).toBe(0);
  expect(before.found["data"]!.text).toContain("not there yet");
  expect(readdirSync(folder.path)).toEqual([]);
  const data = folder.file("data");
  await runCli(["import", communityFile, "--yes", "--data", data]);
  const files = readdirSync(data);
  const { code, found } = await examine(["--data", data]);
  expect([code, found["store"]!.text]).toEqual([0, expect.stringContaining("whole")]);
  expect(Object.values(found).every(({ fix }) => fix === null)).toBe(true);
  expect(readdirSync(data)).toEqual(files);
});

test("a store that is broken, a folder that is none and a setting that cannot be are told", async () => {
  using folder = tempFolder();
  await runCli(["import", communityFile, "--yes", "--data", folder.path]);
  const file = openSync(join(folder.path, "data.db"), "r+");
  writeSync(file, Buffer.alloc(65_536, 7), 0, 65_536, 8192 * 3);
  const broken = await examine(["--data", folder.path], { CHATFERRY_LEASE: "forever" });
  expect(broken.code).toBe(3);
  expect(broken.found["store"]).toMatchObject({ verdict: "wrong", fix: expect.any(String) });
  expect(broken.found["settings"]!.text).toContain("CHATFERRY_LEASE");
  expect(broken.found["settings"]!.fix).toContain("2 to 600");
  expect(broken.found).not.toHaveProperty("port");
  writeFileSync(folder.file("file"), "");
  const none = await examine(["--data", folder.file("file/in")]);
  expect([none.code, none.found["data"]!.verdict]).toEqual([3, "wrong"]);
  expect(readFileSync(folder.file("file"), "utf8")).toBe("");
});

test("a variable that has no effect is told, with what it was perhaps meant to be", async () => {
  using folder = tempFolder();
  const variables = { CHATFERRY_PROT: "0" };
  const { code, found } = await examine(["--data", folder.path], variables);
  const sentence = "CHATFERRY_PROT has no effect; did you mean CHATFERRY_PORT?";
  expect(code).toBe(0);
  expect(found["settings"]).toMatchObject({ verdict: "warning", text: sentence });
  const { process, ended } = await startServe(folder.path, variables);
  process.kill("SIGTERM");
  expect((await ended).stderr).toContain(sentence);
});

test("a port is free, taken by a server of Chatferry, or by something else", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.path);
  const here = ["--data", folder.path];
  const ours = await examine(here, { CHATFERRY_PORT: new URL(url).port });
  expect([ours.code, ours.found["port"]!.text]).toEqual([0, expect.stringContaining("runs at")]);
  process.kill("SIGTERM");
  await ended;
  const other = createServer((_, response) => void response.writeHead(404).end()).listen(
    0,
    "127.0.0.1",
  );
  await once(other, "listening");
  const taken = await examine(here, {
    CHATFERRY_PORT: String((other.address() as AddressInfo).port),
  });
  other.close();
  expect([taken.code, taken.found["port"]!.verdict]).toEqual([3, "wrong"]);
  expect(taken.found["port"]!.fix).toContain("--port");
});

test("the way to a server, its clock and the credentials are looked at", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.path);
  const { key, secret } = await makeKey(folder.path);
  const there = ["--server", url];
  const good = await examine(there, { CHATFERRY_KEY: key, CHATFERRY_SECRET: secret });
  expect([good.code, good.found["credentials"]!.text]).toEqual([
    0,
    expect.stringContaining("default"),
  ]);
  const wrong = await examine(there, { CHATFERRY_KEY: key, CHATFERRY_SECRET: "x" });
  expect([wrong.code, wrong.found["credentials"]!.fix]).toEqual([
    3,
    expect.stringContaining("HS256"),
  ]);
  const none = await examine(there);
  expect([none.code, none.found["credentials"]!.fix]).toEqual([
    3,
    expect.stringContaining("login"),
  ]);
  process.kill("SIGTERM");
  await ended;
  const gone = await examine(there);
  expect([gone.code, Object.keys(gone.found)]).toEqual([3, ["node", "server"]]);

  const late = createServer((_, response) => {
    response.sendDate = false;
    response.setHeader("Date", new Date(Date.now() - 60_000).toUTCString());
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(late, "listening");
  const { found } = await examine([
    "--server",
    `http://127.0.0.1:${(late.address() as AddressInfo).port}`,
  ]);
  late.close();
  expect(found["clock"]).toMatchObject({
    verdict: "wrong",
    text: expect.stringContaining("apart"),
  });
});
