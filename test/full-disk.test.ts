import { readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ApiClient } from "./api-client.ts";
import { manyCommunities } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { runCli, startCli } from "./run-cli.ts";
import { smallDisks } from "./small-disks.ts";
import { startServe } from "./start-serve.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder } from "./temp-folder.ts";

describe.each(smallDisks)("%s", (_name, smallDisk) => {
  test("stops a load with what to do, and the load goes on when there is room", async () => {
    using disk = smallDisk(6);
    using folder = tempFolder();
    const file = folder.file("many.jsonl");
    writeFileSync(file, manyCommunities(20));
    const words = (data: string) => ["import", file, "--yes", "--data", data];
    const full = await disk.run(words(disk.file("data")));
    expect(full).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /The store .*data\.db cannot be .*written[^]*to mend it:.* the disk[^]* run the same command again/,
      ),
    });
    disk.grow();
    expect(await disk.run(words(disk.file("data")))).toMatchObject({ code: 0, stderr: "" });
    await runCli(words(folder.file("whole")));
    expect(storeDifference(disk.file("data"), folder.file("whole"))).toBeUndefined();
  }, 120_000);

  test("stops a check whose keys do not fit into memory, and leaves nothing of it behind", async () => {
    using disk = smallDisk(2);
    using folder = tempFolder();
    const file = folder.file("users.jsonl");
    const user = (n: number) => `{"type":"user","item":{"id":"u${n}"}}\n`;
    writeFileSync(file, Array.from({ length: 320_000 }, (_, n) => user(n)).join(""));
    const words = ["validate", file, "--tmp", disk.path, "--data", folder.path];
    expect(await disk.run(words)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/its keys do not fit into memory[^]*to mend it:.*--tmp/),
    });
    expect(readdirSync(disk.path)).toEqual([]);
    disk.grow();
    expect(await disk.run(words)).toMatchObject({ code: 0, stderr: "" });
  }, 120_000);

  test("stops a report with what to do, and leaves nothing of it behind", async () => {
    using disk = smallDisk(1);
    using folder = tempFolder();
    const file = folder.file("wrong.jsonl");
    writeFileSync(file, '{"type":"user","item":{"id":""}}\n'.repeat(10_000));
    const words = ["validate", file, "--report", disk.file("report.jsonl")];
    expect(await disk.run(words)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /cannot write the report .*report\.jsonl: (the disk is full|no file may grow so large)\n.*to mend it:/,
      ),
    });
    expect(readdirSync(disk.path)).toEqual([]);
  });

  test("stops decompressing with what to do, and leaves nothing behind", async () => {
    using disk = smallDisk(1);
    using folder = tempFolder();
    const file = folder.file("many.jsonl.gz");
    writeFileSync(file, gzipSync(manyCommunities(4)));
    const words = ["validate", file, "--tmp", disk.path, "--report", folder.file("report.jsonl")];
    expect(await disk.run(words)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /cannot read .*many\.jsonl\.gz: there is no room for a copy of it\n.*to mend it: .*--tmp/,
      ),
    });
    expect(readdirSync(disk.path)).toEqual([]);
    expect(readdirSync(folder.path)).toEqual(["many.jsonl.gz"]);
  });

  test("refuses an upload for the time being, and leaves nothing of it behind", async () => {
    using disk = smallDisk(2);
    using folder = tempFolder();
    const [large, small] = [folder.file("large"), folder.file("small")];
    writeFileSync(large, Buffer.alloc(4_000_000));
    writeFileSync(small, "[]");
    const { url, process, ended } = await startServe(disk.path, {}, disk.under);
    const client = new ApiClient(url, await makeKey(disk.path));
    const place = await client.place("export.json");
    await expect(client.put(place, large)).rejects.toThrow(
      /^503: .*The disk of the server is full.*"error":"disk_full"/,
    );
    const left = readdirSync(disk.file("files"), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    await client.put(place, small);
    process.kill("SIGTERM");
    const { stderr } = await ended;
    expect(stderr).toContain('"code":"disk_full"');
    expect(stderr).not.toContain('"stack"');
  });

  test("an import that is tried again says why to who follows it, and goes on when there is room", async () => {
    using disk = smallDisk(8);
    using folder = tempFolder();
    const file = folder.file("many.jsonl.gz");
    writeFileSync(file, gzipSync(manyCommunities(20)));
    const key = await makeKey(disk.path);
    const service = await startServe(disk.path, {}, disk.under);
    const env = { CHATFERRY_KEY: key.key, CHATFERRY_SECRET: key.secret };
    const words = ["upload", file, "--confirm", "--server", service.url];
    const follower = startCli(words, undefined, [], env);
    await follower.says(
      /tried again by itself: .*no room.*\n.*to mend it: make room on the disk of the store/,
    );
    follower.process.kill("SIGINT");
    const [, id] = /imports watch (\S+)/.exec((await follower.ended).stderr)!;
    service.process.kill("SIGTERM");
    expect((await service.ended).stderr).not.toContain('"stack"');
    disk.grow();
    const later = await startServe(disk.path);
    await new ApiClient(later.url, key).reaches(id!, "waiting_confirmation");
    later.process.kill("SIGTERM");
    await later.ended;
  });
});
