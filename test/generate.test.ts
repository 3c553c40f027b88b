import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cli, runCli, startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

interface Named {
  readonly code: string;
  readonly index: number;
}

function named(lines: string): string[] {
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => {
      const { code, index } = JSON.parse(line) as Named;
      return `${index} ${code}`;
    });
}

describe("generate", () => {
  test("writes a file, and beside it the faults that validate then finds", async () => {
    using folder = tempFolder();
    const out = folder.file("broken.jsonl");
    const words = ["--size", "200KB", "--faults", "5%", "--jsonl", "--out", out];
    const { code, stdout } = await runCli(["generate", ...words]);
    const found = await runCli(["validate", out, "--format", "jsonl", "--data", folder.path]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/broken\.jsonl: 200 kB, \d+ faults, listed in .*faults\.jsonl\n/);
    expect(statSync(out).size).toBeGreaterThanOrEqual(200_000);
    expect(readFileSync(out, "utf8")).toMatch(/^\{"type":"user","data":\{/);
    expect(named(found.stdout)).toEqual(named(readFileSync(`${out}.faults.jsonl`, "utf8")));
  });

  test("writes the same to standard output", async () => {
    using folder = tempFolder();
    const out = folder.file("file.json");
    const words = ["generate", "--size", "60KiB", "--seed", "7", "--pretty"];
    const [piped] = await Promise.all([runCli(words), runCli([...words, "--out", out])]);
    expect(piped.code).toBe(0);
    expect(piped.stdout).toBe(readFileSync(out, "utf8"));
    expect(readdirSync(folder.path)).toEqual(["file.json"]);
  });

  test("ends quietly when the reader has had enough, and leaves no list of faults", async () => {
    using folder = tempFolder();
    const list = folder.file("planted.jsonl");
    const words = ["generate", "--size", "50MB", "--faults", "1%", "--planted", list];
    const child = spawn(process.execPath, [cli, ...words], { stdio: ["ignore", "pipe", "pipe"] });
    const complaints: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(0);
    expect(Buffer.concat(complaints).toString()).toBe("");
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("leaves nothing behind when it is interrupted", async () => {
    using folder = tempFolder();
    const words = ["--size", "5GB", "--faults", "1%", "--out", folder.file("big.json")];
    const running = startCli(["generate", ...words]);
    await expect
      .poll(() => readdirSync(folder.path).filter((name) => statSize(folder.file(name)) > 0).length)
      .toBe(2);
    running.process.kill("SIGINT");
    const { code } = await running.ended;
    expect(code).toBe(130);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("touches no file that is there already", async () => {
    using folder = tempFolder();
    const out = folder.file("export.json");
    writeFileSync(out, "[]");
    const there = await runCli(["generate", "--size", "60KB", "--out", out]);
    const list = await runCli(["generate", "--size", "60KB", "--faults", "3", "--planted", out]);
    expect(there.code).toBe(2);
    expect(there.stderr).toContain("is there already");
    expect(list.code).toBe(2);
    expect(list.stderr).toContain("is no list of faults");
    expect(readFileSync(out, "utf8")).toBe("[]");
  });

  test("says where a file cannot be written", async () => {
    const { code, stderr } = await runCli(["generate", "--size", "60KB", "--out", "/proc/x.json"]);
    expect(code).toBe(3);
    expect(stderr).toContain("cannot write the file /proc/x.json");
    expect(stderr).toContain("--out");
  });

  test.for([
    [["--size", "12"], "Give a size from 50KB to 100GB"],
    [["--size", "300 meters"], "Give a size from 50KB to 100GB"],
    [["--size", "1000GB"], "Give a size from 50KB to 100GB"],
    [["--seed", "-1"], "Give a whole number"],
    [["--seed", "4294967296"], "Give a whole number"],
    [["--faults", "101%"], "Give a share"],
    [["--faults", "some"], "Give a share"],
    [["--jsonl", "--pretty"], "cannot be used with"],
  ] as const)("refuses %j and says what it takes", async ([words, sentence]) => {
    const { code, stderr } = await runCli(["generate", ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

function statSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
