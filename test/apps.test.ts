import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { ApiClient } from "./api-client.ts";
import type { ApiKey } from "../src/store/index.ts";
import { communityFile } from "./community.ts";
import { runCli, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

test("an app is made with a key that opens it on a server that runs beside", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.path);
  const run = (...words: string[]) => runCli([...words, "--data", folder.path]);
  const made = await run("apps", "create", "shop", "--mode", "development", "--format", "json");
  expect(made.code).toBe(0);
  const app = JSON.parse(made.stdout) as ApiKey;
  expect(Object.keys(app)).toEqual(["name", "key", "secret"]);
  const client = new ApiClient(url, app);
  expect(await client.place("a.json")).toMatchObject({ id: expect.any(String) });

  await run("apps", "confirm", "shop", "automatic");
  const file = folder.file("a.json");
  writeFileSync(file, '[{"type":"user","item":{"id":"ana","created_at":"2024-05-01T10:00:00Z"}}]');
  const place = await client.place("a.json");
  await client.put(place, file);
  await client.step("POST", "/imports", { path: place.path });
  await client.reaches(place.id, "completed");

  await run("apps", "mode", "shop", "production");
  await expect(client.place("a.json")).rejects.toThrow("chatferry apps mode shop development");

  expect((await run("keys", "revoke", app.key, "--app", "shop")).code).toBe(0);
  await expect(client.place("a.json")).rejects.toThrow("401");
  process.kill("SIGTERM");
  await ended;
});

test("an admin makes apps and keys on a server, and nobody else does", async () => {
  using folder = tempFolder();
  const admin = { email: "ada@house.test", password: "difference engine" };
  const { url, process, ended } = await startServe(folder.path, {
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  const as = (password: string, ...words: string[]) =>
    startCli([...words, "--server", url], undefined, [], {
      CHATFERRY_EMAIL: admin.email,
      CHATFERRY_PASSWORD: password,
    }).ended;
  const run = (...words: string[]) => as(admin.password, ...words);
  const created = await run("apps", "create", "shop", "--format", "json");
  const app = JSON.parse(created.stdout) as ApiKey & { name: string };
  expect(app).toEqual({ name: "shop", key: expect.any(String), secret: expect.any(String) });
  await new ApiClient(url, app).place("a.json");
  expect((await run("apps", "mode", "shop", "production")).stdout).toContain("production mode");
  await expect(new ApiClient(url, app).place("a.json")).rejects.toThrow("production");
  const made = await run("keys", "create", "--app", "shop", "--name", "new", "--format", "json");
  const { key } = JSON.parse(made.stdout) as ApiKey;
  expect((await run("keys", "revoke", key, "--app", "shop")).stdout).toContain(
    "Revoked the key new",
  );
  const listed = await run("keys", "list", "--app", "shop", "--format", "json");
  expect(JSON.parse(listed.stdout)).toMatchObject([
    { name: "first", revoked_at: null },
    { key, revoked_at: expect.any(String) },
  ]);
  const wrong = await as("analytical engine", "apps", "create", "other");
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("password")]);
  const nobody = await runCli(["apps", "create", "other", "--server", url]);
  expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining("CHATFERRY_EMAIL")]);
  process.kill("SIGTERM");
  await ended;
});

test("tokens are of the newest key: for the app, or for a user and a time", async () => {
  using folder = tempFolder();
  const run = (...words: string[]) => runCli([...words, "--data", folder.path]);
  await run("apps", "create", "other");
  const none = await run("token");
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringContaining("chatferry.js keys create"),
  ]);
  await run("keys", "create", "--name", "old");
  const made = await run("keys", "create", "--name", "new", "--format", "json");
  const { secret } = JSON.parse(made.stdout) as ApiKey;
  const token = (await run("token")).stdout.trim();
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret));
  expect(payload).toMatchObject({ server: true, iat: expect.any(Number) });
  const user = decodeJwt((await run("token", "--user", "ana", "--expires", "60")).stdout.trim());
  expect(user).toMatchObject({ user_id: "ana" });
  expect(user.exp! - user.iat!).toBe(60);
  const list = await run("keys", "list");
  expect(list.stdout).toMatch(/old .*\n.*new /);
  expect(list.stdout).not.toContain(secret);
});

test.for([
  [["apps", "create", "a b"], "Give 1 to 64 letters"],
  [["apps", "create", "default"], "There is an app"],
  [["apps", "mode", "none", "production"], "There is no app"],
  [["keys", "create", "--app", "none"], "There is no app"],
  [["keys", "revoke", "0123"], "has no key"],
  [["token", "--key", "0123"], "has no such key"],
  [["token", "--user", "not good!"], "not a valid userID"],
] as const)("%j is refused", async ([words, sentence]) => {
  using folder = tempFolder();
  await runCli(["apps", "create", "other", "--data", folder.path]);
  const { code, stderr } = await runCli([...words, "--data", folder.path]);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test("a folder without a store is refused by what asks about one, and stays as it is", async () => {
  using folder = tempFolder();
  for (const words of [
    ["apps", "list"],
    ["apps", "mode", "default", "production"],
    ["keys", "list"],
    ["keys", "revoke", "0123"],
    ["token"],
    ["imports", "list"],
  ]) {
    const { code, stderr } = await runCli([...words, "--data", folder.path]);
    expect({ words, code }).toEqual({ words, code: 3 });
    expect(stderr).toContain("there is no store in the folder");
  }
  expect(readdirSync(folder.path)).toEqual([]);
});

test("what is there is listed where the folder may only be read, and what cannot be written is said", async () => {
  using folder = tempFolder();
  const data = folder.file("data");
  await runCli(["keys", "create", "--data", data]);
  const uploaded = await runCli(["upload", communityFile, "--watch", "--data", data]);
  const [, id] = /id +(\S+)/.exec(uploaded.stdout)!;
  const files = readdirSync(data, { recursive: true, encoding: "utf8" });
  for (const name of ["", ...files]) {
    const path = join(data, name);
    chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  }
  chmodSync(folder.path, 0o755);
  // Root may write anything.
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const under = process.getuid?.() === 0 ? nobody : [];
  const run = (...words: string[]) => startCli([...words, "--data", data], undefined, under).ended;
  for (const words of [
    ["apps", "list"],
    ["keys", "list"],
    ["imports", "list"],
    ["imports", "get", id!],
    ["token"],
  ]) {
    expect([words, await run(...words)]).toEqual([
      words,
      expect.objectContaining({ code: 0, stderr: "" }),
    ]);
  }
  for (const words of [
    ["imports", "confirm", id!],
    ["apps", "create", "shop"],
    ["upload", communityFile],
    ["worker"],
  ]) {
    const { code, stderr } = await run(...words);
    expect([words, code, stderr]).toEqual([
      words,
      3,
      expect.stringMatching(/written|writing[^]*to mend it: Make its folder writable/),
    ]);
  }
  for (const name of ["", ...files]) chmodSync(join(data, name), 0o755);
});
