import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { filesContract } from "./files.contract.ts";
import { openDiskFiles } from "./open-disk-files.ts";

async function tempFolder() {
  const path = await mkdtemp(join(tmpdir(), "chatferry-files-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

filesContract("files on a disk", async () => {
  const folder = await tempFolder();
  return { ...folder, files: openDiskFiles(join(folder.path, "files")) };
});

test("a folder that cannot be made is named", async () => {
  await using folder = await tempFolder();
  await writeFile(join(folder.path, "files"), "");
  const files = openDiskFiles(join(folder.path, "files"));
  await expect(files.create()).rejects.toMatchObject({
    code: "files_unwritable",
    message: expect.stringContaining(folder.path) as unknown,
  });
});

test("names in the folder that are not ours are left alone", async () => {
  await using folder = await tempFolder();
  await writeFile(join(folder.path, "README"), "");
  const files = openDiskFiles(folder.path);
  expect(await files.sweep(-1000, (names) => Promise.resolve(names))).toBe(0);
  expect(await readdir(folder.path)).toEqual(["README"]);
});

test("a full disk is an error with a way out, and leaves nothing", async () => {
  await using folder = await tempFolder();
  const module = JSON.stringify(new URL("open-disk-files.ts", import.meta.url).href);
  const code = `
    process.on("SIGXFSZ", () => undefined);
    const { openDiskFiles } = await import(${module});
    const files = openDiskFiles(${JSON.stringify(folder.path)});
    const writer = await files.create();
    try {
      for (let n = 0; n < 100; n++) await writer.write(new Uint8Array(65536));
    } catch ({ name, code, fix }) {
      console.log(JSON.stringify({ name, code, fix }));
    }
    await writer[Symbol.asyncDispose]();`;
  // Files of at most 1 MiB: the one way to a file system that takes no more that needs no rights.
  const script = `ulimit -f 2048; exec "$0" --input-type=module -e "$1"`;
  const child = spawn("sh", ["-c", script, process.execPath, code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const output = await text(child.stdout);
  expect(await exit).toEqual([0, null]);
  expect(JSON.parse(output)).toEqual({
    name: "FilesError",
    code: "disk_full",
    fix: "Make room on the disk, then try again.",
  });
  const files = openDiskFiles(folder.path);
  expect(await files.sweep(-1000, () => Promise.resolve([]))).toBe(0);
});
