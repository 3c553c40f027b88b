import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

/** What moves the cursor, begins a line, colours text or turns its direction. */
const controls = /[\p{Cc}\u202e\u2066]/u;

test("neither the name of a file nor what is in it controls the terminal", async () => {
  using folder = tempFolder();
  const name = folder.file("a\u001b[31m\r\n\u0007\u202eb.json");
  const item = { id: "x\u001b[2J\u009b\u202e", role: "\u001b]0;title\u0007", "k\u001bey": 1 };
  writeFileSync(name, `[{"type":"\u2066user","item":1},${JSON.stringify({ type: "user", item })}]`);
  const ends: number[] = [];
  for (const words of [
    ["validate", name],
    ["validate", name, "--format", "github"],
    ["import", name, "--yes"],
    ["validate", `${name}~`],
  ]) {
    const { stdout, stderr, code } = await runCli([...words, "--data", folder.path]);
    ends.push(code!);
    expect(`${stdout}${stderr}`.replaceAll("\n", "")).not.toMatch(controls);
  }
  expect(ends).toEqual([1, 1, 1, 3]);
});

test("a file whose name is as long as names may be has a report", async () => {
  using folder = tempFolder();
  const name = folder.file("n".repeat(255));
  writeFileSync(name, "[{}]");
  const { code, stdout } = await runCli(["validate", name, "--data", folder.path]);
  expect(code).toBe(1);
  expect(stdout).toContain("complete report:");
});
