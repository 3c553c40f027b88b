import { renameSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const fine = '[{"type":"user","item":{"id":"ana"}}]';
const wrong = '[{"type":"user","item":{"id":"a b"}}]';

test("validate --watch checks again when a file is written, replaced, removed or put back, until Ctrl-C", async () => {
  using folder = tempFolder();
  const [users, more] = [folder.file("users.json"), folder.file("more.json")];
  writeFileSync(users, fine);
  writeFileSync(more, '[{"type":"user","item":{"id":"bo"}}]');
  const words = ["validate", users, more, "--watch", "--data", folder.path];
  const running = startCli(words);
  await running.says(/nothing wrong in 2 items[^]*watching for changes/);

  writeFileSync(users, wrong);
  await running.says(/invalid_value[^]*1 error, 0 warnings in 2 items[^]*watching/);

  writeFileSync(folder.file("users.json~"), fine);
  renameSync(folder.file("users.json~"), users);
  await running.says(/nothing wrong in 2 items[^]*watching/);

  rmSync(more);
  await running.says(/more\.json: there is no such file[^]*watching/);

  writeFileSync(more, fine);
  await running.says(/duplicate_item[^]*watching/);

  running.process.kill("SIGINT");
  expect(await running.ended).toMatchObject({ code: 0 });
});

test("standard input cannot be watched", async () => {
  const { code, stderr } = await startCli(["validate", "-", "--watch"], fine).ended;
  expect(code).toBe(2);
  expect(stderr).toContain("standard input cannot be watched");
});

test("a folder that is not there cannot be watched", async () => {
  using folder = tempFolder();
  const { code, stderr } = await startCli(["validate", folder.file("none/x.json"), "--watch"])
    .ended;
  expect(code).toBe(3);
  expect(stderr).toContain("cannot watch");
});
