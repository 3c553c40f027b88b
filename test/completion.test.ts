import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completionNodes } from "../src/cli/completion/completion-node.ts";
import { buildProgram } from "../src/cli/program.ts";
import { runCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

const nodes = completionNodes(await buildProgram());

/** What bash proposes for each line, of which the last word is being typed. */
async function proposed(lines: readonly (readonly string[])[]): Promise<string[][]> {
  using folder = tempFolder();
  const { stdout: script } = await runCli(["completion", "bash"]);
  const tries = lines.map((words) => {
    const list = words.map((word) => `'${word}'`).join(" ");
    return `COMP_WORDS=(${list}) COMP_CWORD=${words.length - 1} COMPREPLY=(); _chatferry; echo "\${COMPREPLY[*]}"`;
  });
  writeFileSync(folder.file("tries"), `${script}\n${tries.join("\n")}\n`);
  const said = execFileSync("bash", ["--norc", folder.file("tries")], { encoding: "utf8" });
  return said
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(" ").filter((word) => word !== ""));
}

test("bash completes every command, and every flag of each", async () => {
  const lines = nodes.flatMap(({ path }) => {
    const before = ["chatferry", ...path.split("/").slice(1)];
    return [
      [...before, ""],
      [...before, "-"],
    ];
  });
  const found = await proposed(lines);
  for (const [n, { path, flags, next }] of nodes.entries()) {
    const words = typeof next === "string" ? [] : next.map(({ word }) => word);
    expect([path, found[2 * n]]).toEqual([path, words]);
    expect([path, found[2 * n + 1]]).toEqual([path, flags.flatMap(({ names }) => names)]);
  }
  expect(nodes.map(({ path }) => path)).toContain("/query/messages");
});

test("bash completes values, and leaves files to itself", async () => {
  const formats = ["text", "json"];
  const lines: [readonly string[], readonly string[]][] = [
    [["val"], ["validate"]],
    [
      ["import", "--mode", ""],
      ["upsert", "insert"],
    ],
    [["import", "--format", "=", "j"], ["json"]],
    [["import", "--format", "="], formats],
    [["query", "users", "--format", ""], formats],
    [["query", "users", "--id", "ana", "--app"], ["--app"]],
    [["explain", "user_"], ["user_not_found"]],
    [["validate", "ex"], []],
    [["validate", "--data", "da"], []],
    [["import", "query", "--mo"], ["--mode"]],
  ];
  const found = await proposed(lines.map(([words]) => ["chatferry", ...words]));
  expect(found).toEqual(lines.map(([, words]) => words));
});

test.for(["zsh", "fish"])("the script for %s has every command and flag", async (shell) => {
  const { stdout, code } = await runCli(["completion", shell]);
  expect(code).toBe(0);
  for (const { path, flags } of nodes) {
    expect(stdout).toContain(path);
    for (const { names } of flags) {
      const long = names.find((name) => name.startsWith("--"))!;
      expect(stdout).toContain(shell === "fish" ? `-l ${long.slice(2)} ` : `'${long}:`);
    }
  }
});

test("a shell that is not known is refused", async () => {
  const { code, stderr } = await runCli(["completion", "tcsh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});
