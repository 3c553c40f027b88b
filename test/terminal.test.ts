import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCli, startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";
import { startInTerminal } from "./terminal.ts";

const file = '[{"type":"user","item":{"id":"ana"}},{"type":"user","item":{"id":"bo"}}]';
const escape = "\u001b[";
const ctrlC = "\u0003";
const [up, down] = ["\u001b[A", "\u001b[B"];

async function users(data: string): Promise<unknown> {
  const words = ["query", "users", "--sort", "id", "--format", "json", "--data", data];
  const { stdout } = await runCli(words);
  const { items } = JSON.parse(stdout) as { items: { id: string }[] };
  return items.map(({ id }) => id).sort();
}

describe("import asks in a terminal", () => {
  test.for([
    ["yes", `${down}\r`, 0, ["ana", "bo"], "every item is accounted for"],
    ["no, which stands first", "\r", 130, [], "Nothing was loaded."],
    ["no by way of yes", `${down}${up}\r`, 130, [], "Nothing was loaded."],
    ["Ctrl-C", ctrlC, 130, [], "Nothing was loaded."],
  ] as const)("and is told %s", async ([, answer, code, loaded, says]) => {
    using folder = tempFolder();
    writeFileSync(folder.file("export.json"), file);
    const data = folder.file("data");
    const running = startInTerminal(["import", folder.file("export.json"), "--data", data]);
    await running.says(/Load 2 items into the app default \(items that are there are updated\)\?/);
    running.types(answer);
    const ended = await running.ended;
    expect(ended.code).toBe(code);
    expect(ended.stdout).toContain(says);
    expect(await users(data)).toEqual(loaded);
  });

  test("not where the file has errors", async () => {
    using folder = tempFolder();
    writeFileSync(folder.file("export.json"), '[{"type":"user","item":{}}]');
    const words = ["import", folder.file("export.json"), "--data", folder.path];
    const ended = await startInTerminal(words).ended;
    expect(ended.code).toBe(1);
    expect(ended.stdout).not.toContain("Load 1 item");
  });
});

describe("colours", () => {
  const words = (data: string) => ["validate", "-", "--data", data];
  const inPipe = async (variables: NodeJS.ProcessEnv) => {
    using folder = tempFolder();
    return (await startCli(words(folder.path), file, [], variables).ended).stdout;
  };

  test("are printed in a terminal, unless NO_COLOR is set", async () => {
    const help = (variables: NodeJS.ProcessEnv) =>
      startInTerminal(["explain", "user_not_found"], variables).ended;
    expect((await help({})).stdout).toContain(escape);
    expect((await help({ NO_COLOR: "1" })).stdout).not.toContain(escape);
    expect((await help({ NO_COLOR: "" })).stdout).toContain(escape);
  });

  test("are not printed in a pipe, unless FORCE_COLOR is set and NO_COLOR is not", async () => {
    expect(await inPipe({})).not.toContain(escape);
    expect(await inPipe({ CI: "true" })).not.toContain(escape);
    expect(await inPipe({ FORCE_COLOR: "1" })).toContain(escape);
    expect(await inPipe({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain(escape);
  });
});

test("CHATFERRY_DATA names the store's folder, and --data goes before it", async () => {
  using folder = tempFolder();
  const variables = { CHATFERRY_DATA: folder.file("named") };
  const words = ["import", "-", "--yes", "--format", "json"];
  expect((await startCli(words, file, [], variables).ended).code).toBe(0);
  expect(await users(folder.file("named"))).toEqual(["ana", "bo"]);
  const other = [...words, "--data", folder.file("other")];
  await startCli(other, '[{"type":"user","item":{"id":"cy"}}]', [], variables).ended;
  expect(await users(folder.file("other"))).toEqual(["cy"]);
  expect(await users(folder.file("named"))).toEqual(["ana", "bo"]);
});

describe("Node", () => {
  /** The command line as a Node of another version would start it. */
  const startedBy = (version: string) => {
    const fake = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
    const under = ["env", `NODE_OPTIONS=--import=data:text/javascript,${encodeURIComponent(fake)}`];
    return startCli(["--version"], undefined, under).ended;
  };

  test.for(["18.0.0", "20.19.5", "22.99.0", "24.14.9"])(
    "%s is refused in a sentence",
    async (version) => {
      const { code, stderr } = await startedBy(version);
      expect(code).toBe(3);
      expect(stderr).toContain(`chatferry needs Node 24.15 or newer; this is Node ${version}`);
      expect(stderr).toMatch(/npm start|nodejs\.org/);
      expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
    },
  );

  test.for(["24.15.0", "24.100.0", "26.0.0"])("%s is taken", async (version) => {
    const { code, stdout } = await startedBy(version);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
