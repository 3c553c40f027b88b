import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ApiKey } from "../src/store/index.ts";
import { makeKey } from "./lead-import.ts";
import { startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";
import { startInTerminal } from "./terminal.ts";

const list = ["imports", "list"];

test("a login is kept without the secret, for its server alone, and what is said otherwise wins", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.file("data"));
  const { key, secret } = await makeKey(folder.file("data"));
  const config = { XDG_CONFIG_HOME: folder.file("config") };
  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    startCli(words, undefined, [], { ...config, ...env }).ended;
  const login = (env: NodeJS.ProcessEnv) => run(["login", "--server", `${url}/`], env);

  const wrong = await login({ CHATFERRY_KEY: key, CHATFERRY_SECRET: "wrong" });
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining(`the secret is not that of the key ${key}`),
  ]);
  const none = await login({});
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("CHATFERRY_KEY")]);
  const good = await login({ CHATFERRY_KEY: key, CHATFERRY_SECRET: secret });
  expect([good.code, good.stderr]).toEqual([0, ""]);
  const file = folder.file("config/chatferry/login.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).not.toContain(secret);

  for (const [words, env, code, said] of [
    [list, {}, 0, "none"],
    [[...list, "--server", url], {}, 0, "none"],
    [[...list, "--server", "http://127.0.0.1:9"], {}, 2, "nothing says who you are"],
    [list, { CHATFERRY_KEY: "other", CHATFERRY_SECRET: "x" }, 2, "API key is not valid"],
    [[...list, "--data", folder.file("other")], {}, 3, "no store in the folder"],
    [list, { CHATFERRY_DATA: folder.file("other") }, 3, "no store in the folder"],
  ] as const) {
    const { code: ended, stdout, stderr } = await run(words, env);
    expect([words, ended, stdout + stderr]).toEqual([words, code, expect.stringContaining(said)]);
  }
  writeFileSync(file, "{");
  const broken = await run(list);
  expect([broken.code, broken.stderr]).toEqual([3, expect.stringContaining("log in again")]);
  process.kill("SIGTERM");
  await ended;
});

test("a terminal is asked, and shows no secret", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.file("data"));
  const { key, secret }: ApiKey = await makeKey(folder.file("data"));
  const asked = startInTerminal(["login"], { XDG_CONFIG_HOME: folder.file("config") });
  await asked.says(/address\?/);
  asked.types(`${url}\r`);
  await asked.says(/API key\?/);
  asked.types(`${key}\r`);
  await asked.says(/secret\?/);
  asked.types(`${secret}\r`);
  const { code, stdout } = await asked.ended;
  expect([code, stdout]).toEqual([0, expect.stringContaining("Logged in to the app")]);
  expect(stdout).not.toContain(secret);
  process.kill("SIGTERM");
  await ended;
});
