import { once } from "node:events";
import { createReadStream } from "node:fs";
import { expect, test } from "vitest";
import {
  confirmImport,
  createImport,
  getImport,
  openImports,
  receiveFile,
  startImport,
} from "../src/imports/index.ts";
import { communityFile } from "./community.ts";
import { startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const by = { kind: "key", name: "script" } as const;

test("chatferry worker does what was asked for in its folder, and ends when asked to", async () => {
  using folder = tempFolder();
  const { process, ended } = startCli(["worker", "--data", folder.path, "--threads", "1"]);
  await once(process.stdout!, "data");
  await using imports = await openImports({ folder: folder.path });
  const { id } = await createImport(imports, "default", "community.json", by);
  await receiveFile(imports, "default", id, createReadStream(communityFile));
  await startImport(imports, "default", id, by);
  const reached = async (state: string) => {
    while ((await getImport(imports, "default", id)).state !== state) {
      await imports.changes.next(50);
    }
  };
  await reached("waiting_confirmation");
  await confirmImport(imports, "default", id, { by, role: "operator" });
  await reached("completed");
  process.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  expect(stderr).toBe("");
  expect(stdout).toContain(`Waiting for imports in ${folder.path}. Ctrl-C stops.\n`);
  expect(stdout).toContain(`${id} community.json: waiting confirmation\n`);
  expect(stdout).toContain(`${id} community.json: completed\n`);
  expect(stdout.endsWith("Stopped.\n")).toBe(true);
  expect((await imports.store.countItems("default")).message).toBe(1382);
});
