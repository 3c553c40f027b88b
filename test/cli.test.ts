import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { IssueRecord } from "../src/analyse/index.ts";
import { explanations, itemTypeNames } from "../src/format/index.ts";
import type { Reconciliation } from "../src/store/index.ts";
import { community, communityFile, type Element } from "./community.ts";
import { cli, runCli, startCli } from "./run-cli.ts";
import { tempFolder } from "./temp-folder.ts";

interface Summary {
  valid: boolean;
  stats: Record<string, number>;
  issues: { errors: number; warnings: number; withheld: number; by_code: Record<string, number> };
  first: IssueRecord[];
  report: string;
}

const counts = { user: 72, channel: 16, member: 201, message: 1382, reaction: 199 };

function json(text: string): unknown {
  return JSON.parse(text);
}

describe("validate", () => {
  test("finds nothing wrong with the community, and counts it", async () => {
    using folder = tempFolder();
    const { code, stdout } = await runCli([
      "validate",
      communityFile,
      "--data",
      folder.path,
      "--format",
      "json",
    ]);
    const summary = json(stdout) as Summary;
    expect(code).toBe(0);
    expect(summary.valid).toBe(true);
    expect(summary.stats).toEqual({ ...counts, device: 0, future_channel_ban: 0 });
    expect(summary.issues.errors).toBe(0);
  });

  test("lists one broken item of each kind with its place and sentence", async () => {
    using folder = tempFolder();
    const elements = community();
    const broken = new Map<number, { code: string; message: string; pointer: string }>();
    const breakItem = (
      type: string,
      nth: number,
      change: (item: Element["item"]) => void,
      issue: { code: string; message: string; pointer: string },
    ) => {
      const at = elements.flatMap((element, i) => (element.type === type ? [i] : []))[nth]!;
      change(elements[at]!.item);
      broken.set(at, issue);
    };
    breakItem("user", 30, (item) => (item["role"] = "captain"), {
      code: "role_not_found",
      message: `Validation error: role "captain" doesn't exist (user "${elements[30]!.item["id"] as string}")`,
      pointer: "/role",
    });
    breakItem("channel", 3, (item) => (item["created_by"] = "nobody"), {
      code: "user_not_found",
      message: `Validation error: created_by user "nobody" doesn't exist (channel "team:C064FLUHY"). please include all users as separate user entries`,
      pointer: "/created_by",
    });
    breakItem("member", 40, (item) => delete item["channel_type"], {
      code: "required_field",
      message: 'Validation error: "channel_type" required',
      pointer: "/channel_type",
    });
    breakItem("message", 500, (item) => (item["created_at"] = "yesterday"), {
      code: "invalid_value",
      message: "Validation error: 'yesterday' is not a valid created_at",
      pointer: "/created_at",
    });
    breakItem("reaction", 10, (item) => (item["type"] = "x".repeat(31)), {
      code: "max_length_exceeded",
      message: "Validation error: max type length exceeded (30)",
      pointer: "/type",
    });
    const foreign = elements.push({ type: "foobar", item: { id: "x" } }) - 1;
    broken.set(foreign, {
      code: "invalid_item_type",
      message: 'Parse error: invalid item type "foobar"',
      pointer: "/type",
    });
    const file = folder.file("broken.json");
    const lines = elements.map((element) => JSON.stringify(element));
    writeFileSync(file, `[\n${lines.join(",\n")}\n]\n`);

    const { code, stdout } = await runCli([
      "validate",
      file,
      "--data",
      folder.path,
      "--format",
      "jsonl",
    ]);
    const issues = stdout
      .trimEnd()
      .split("\n")
      .map((line) => json(line) as IssueRecord);
    const errors = issues.filter(({ severity }) => severity === "error");
    expect(code).toBe(1);
    expect(errors).toHaveLength(broken.size);
    for (const { index, line, column, offset, message, code, pointer, item } of errors) {
      const before = `[\n${lines.slice(0, index).join(",\n")},\n`;
      expect({ code, message, pointer }).toEqual(broken.get(index));
      expect({ line, column }).toEqual({ line: index + 2, column: 1 });
      expect(offset).toBe(Buffer.byteLength(before));
      expect(item).toEqual(index === foreign ? elements[index] : elements[index]!.item);
    }
  });

  test("reads standard input, and the same compressed", async () => {
    using folder = tempFolder();
    const bytes = readFileSync(communityFile);
    const plain = await runCli(
      ["validate", "-", "--data", folder.path, "--format", "jsonl"],
      bytes,
    );
    const packed = await runCli(
      ["validate", "-", "--data", folder.path, "--format", "jsonl"],
      gzipSync(bytes),
    );
    const named = await runCli([
      "validate",
      communityFile,
      "--data",
      folder.path,
      "--format",
      "jsonl",
    ]);
    const expected = named.stdout.replaceAll(JSON.stringify(communityFile), '"-"');
    expect(plain.stdout).toBe(expected);
    expect(packed.stdout).toBe(expected);
    expect(expected).toContain('"file":"-"');
  });

  test("reads several files as one, compressed ones and standard input among them", async () => {
    using folder = tempFolder();
    const [users, messages] = [folder.file("users.json"), folder.file("messages.jsonl.gz")];
    writeFileSync(users, '[\n{"type":"user","item":{"id":"ana"}},\n{"type":"user","item":{}}\n]');
    const channel = { type: "messaging", id: "hall", created_by: "ana" };
    const message = { channel_type: "messaging", channel_id: "hall", user: "anna", text: "hi" };
    const lines = [
      { type: "message", item: { id: "m1", ...message, user: "ana" } },
      { type: "message", item: { id: "m2", ...message } },
    ];
    writeFileSync(messages, gzipSync(lines.map((line) => JSON.stringify(line)).join("\n")));
    const words = ["validate", users, "-", messages, "--data", folder.path];
    const input = JSON.stringify({ type: "channel", item: channel });
    const ran = await runCli([...words, "--format", "json"], input);
    const { first, issues, stats, report } = json(ran.stdout) as Summary;
    expect(ran.code).toBe(1);
    expect(issues.by_code).toEqual({ required_field: 1, user_not_found: 1, author_not_member: 1 });
    expect(stats).toMatchObject({ user: 2, channel: 1, message: 2 });
    expect(first).toMatchObject([
      { code: "required_field", file: users, index: 1, line: 3 },
      { code: "author_not_member", file: messages, index: 0, line: 1 },
      {
        code: "user_not_found",
        file: messages,
        index: 1,
        line: 2,
        hint: expect.stringContaining("`ana`") as string,
      },
    ]);
    expect(report).toMatch(/reports\/users\.json\+2-[0-9a-f]{8}\.issues\.jsonl$/);

    const text = (await runCli(words, input)).stdout;
    expect(text).toContain(`${users}:3:23 `);
    expect(text).toContain(`${messages}:2:91 `);
    expect(text).toContain(`${users} and 2 more: 2 errors, 1 warning in 5 items`);
  });

  test("keeps the reports on files of one name apart", async () => {
    using folder = tempFolder();
    const files = ["a", "b"].map((name) => {
      mkdirSync(folder.file(name));
      writeFileSync(folder.file(`${name}/export.json`), "[");
      return folder.file(`${name}/export.json`);
    });
    const reports = [];
    for (const file of files) {
      const ran = await runCli(["validate", file, "--data", folder.path, "--format", "json"]);
      reports.push((json(ran.stdout) as Summary).report);
    }
    expect(reports[0]).not.toBe(reports[1]);
    for (const [n, report] of reports.entries()) {
      expect(readFileSync(report, "utf8")).toContain(`"file":${JSON.stringify(files[n])}`);
    }
  });

  test("refuses to read a file twice", async () => {
    using folder = tempFolder();
    const link = folder.file("link.json");
    symlinkSync(communityFile, link);
    for (const files of [
      ["-", communityFile, "-"],
      [communityFile, communityFile],
      [communityFile, link],
    ]) {
      const ran = await runCli(["validate", ...files, "--data", folder.path]);
      expect({ files, ...ran }).toMatchObject({
        code: 2,
        stdout: "",
        stderr: expect.stringContaining("is named twice") as string,
      });
    }
  });

  test("takes roles and channel types that are not built in", async () => {
    using folder = tempFolder();
    const file = folder.file("own.json");
    writeFileSync(
      file,
      JSON.stringify([
        { type: "user", item: { id: "ana", role: "captain" } },
        { type: "channel", item: { type: "forum", id: "hall", created_by: "ana" } },
      ]),
    );
    const without = await runCli(["validate", file, "--data", folder.path, "--format", "json"]);
    const own = ["--roles", "mate,captain", "--channel-types", "news=500,forum"];
    const withThem = await runCli([
      "validate",
      file,
      "--data",
      folder.path,
      "--format",
      "json",
      ...own,
    ]);
    expect((json(without.stdout) as Summary).issues.by_code).toEqual({
      role_not_found: 1,
      channel_type_not_found: 1,
    });
    expect((json(withThem.stdout) as Summary).valid).toBe(true);
  });

  test("prints for people what is wrong, where, and what to do next", async () => {
    using folder = tempFolder();
    const file = folder.file("small.json");
    writeFileSync(
      file,
      '[\n{"type":"user","item":{"id":"ana"}},\n{"type":"channel","item":{"type":"messaging","id":"hall","created_by":"anna"}}\n]\n',
    );
    const { code, stdout } = await runCli(["validate", file, "--data", folder.path]);
    const hash = createHash("sha256").update(file).digest("hex").slice(0, 8);
    const report = folder.file(`reports/small.json-${hash}.issues.jsonl`);
    expect(code).toBe(1);
    expect(stdout).toContain(`${file}:3:71 Validation error: created_by user "anna" doesn't exist`);
    expect(stdout).toContain("did you mean `ana`?");
    expect(stdout).toContain(`complete report: ${report}`);
    expect(stdout).not.toContain("\u001b[");
    expect(readFileSync(report, "utf8").trimEnd().split("\n")).toHaveLength(1);
  });

  test("leaves no report behind that is not complete, and no spool file", async () => {
    using folder = tempFolder();
    const missing = await runCli(["validate", folder.file("missing.json"), "--data", folder.path]);
    expect(missing).toMatchObject({ code: 3, stdout: "" });
    expect(missing.stderr).toContain("there is no such file");
    expect(existsSync(folder.file("reports"))).toBe(false);
  });
});

describe("import", () => {
  test("loads the community, and finds it unchanged the second time", async () => {
    using folder = tempFolder();
    const words = ["import", communityFile, "--yes", "--format", "json", "--data", folder.path];
    const outcome = (ran: { stdout: string }) =>
      json(ran.stdout) as { state: string; mode: string; reconciliation: Reconciliation };
    const first = outcome(await runCli(words));
    const second = outcome(await runCli(words));
    expect(first.state).toBe("completed");
    expect(first.mode).toBe("upsert");
    for (const type of itemTypeNames) {
      const inFile = { ...counts, device: 0, future_channel_ban: 0 }[type];
      const none = { in_file: inFile, created: 0, updated: 0, unchanged: 0, skipped: 0 };
      expect(first.reconciliation[type]).toEqual({ ...none, created: inFile });
      expect(second.reconciliation[type]).toEqual({ ...none, unchanged: inFile });
    }
    const skipped = outcome(await runCli([...words, "--mode", "insert"]));
    expect(skipped.reconciliation.message).toMatchObject({ skipped: counts.message, created: 0 });
  });

  test("loads nothing of a file with errors", async () => {
    using folder = tempFolder();
    const file = folder.file("broken.json");
    writeFileSync(
      file,
      JSON.stringify([
        { type: "user", item: { id: "ana" } },
        { type: "user", item: {} },
      ]),
    );
    const ran = await runCli(["import", file, "--yes", "--format", "json", "--data", folder.path]);
    expect(ran.code).toBe(1);
    expect(json(ran.stdout)).toMatchObject({ state: "analyze_failed", reconciliation: null });
    const users = await runCli(["query", "users", "--format", "json", "--data", folder.path]);
    expect(json(users.stdout)).toEqual({ items: [], next: null });
  });

  test("gives the app the roles and channel types that it is told of", async () => {
    using folder = tempFolder();
    const file = folder.file("own.json");
    const items = [
      { type: "user", item: { id: "ana", role: "captain" } },
      { type: "channel", item: { type: "forum", id: "hall", created_by: "ana" } },
    ];
    writeFileSync(file, JSON.stringify(items));
    const words = ["import", file, "--yes", "--data", folder.path];
    expect((await runCli(words)).code).toBe(1);
    expect((await runCli([...words, "--roles", "captain", "--channel-types", "forum"])).code).toBe(
      0,
    );
    expect((await runCli(words)).code).toBe(0);
  });

  test("does not load without a person or --yes", async () => {
    using folder = tempFolder();
    const ran = await runCli(["import", communityFile, "--data", folder.path]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("--yes");
    expect(existsSync(folder.file("data.db"))).toBe(false);
  });
});

describe("query", () => {
  test("pages through what arrived", async () => {
    using folder = tempFolder();
    await runCli(["demo", "--data", folder.path]);
    const query = async (...words: string[]) =>
      json(
        (await runCli(["query", ...words, "--format", "json", "--data", folder.path])).stdout,
      ) as { items: Record<string, unknown>[]; next: string | null };
    const channel = "team:C061A0WJG";
    const sent = community()
      .filter(({ type, item }) => type === "message" && item["channel_id"] === "C061A0WJG")
      .map(({ item }) => item)
      .sort((a, b) => (String(a["created_at"]) < String(b["created_at"]) ? 1 : -1));
    const newest = await query("messages", "--channel", channel, "--limit", "3");
    expect(newest.items.map(({ id }) => id)).toEqual(sent.slice(0, 3).map(({ id }) => id));
    const more = await query(
      "messages",
      "--channel",
      channel,
      "--limit",
      "3",
      "--cursor",
      newest.next!,
    );
    expect(more.items.map(({ id }) => id)).toEqual(sent.slice(3, 6).map(({ id }) => id));

    const members = await query("members", "--channel", channel, "--limit", "300");
    const unread = members.items.filter((member) => Number(member["unread_count"]) > 0);
    expect(unread.length).toBeGreaterThan(0);
    for (const member of members.items) {
      const { last_read: read } = member;
      const later = sent.filter(
        ({ created_at: at }) => typeof read === "string" && String(at) > read,
      );
      expect(member["unread_count"]).toBe(later.length);
    }
    expect((await query("channels", "--member", "U061A1R2R")).items.length).toBeGreaterThan(1);
    expect((await query("users", "--id", "U061A1R2R")).items).toMatchObject([
      { name: "member-01" },
    ]);
  });

  test("filters, sorts, passes over and searches", async () => {
    using folder = tempFolder();
    await runCli(["demo", "--data", folder.path]);
    const query = async (...words: string[]) => {
      const { code, stdout } = await runCli([
        ...["query", ...words, "--limit", "300"],
        ...["--format", "json", "--data", folder.path],
      ]);
      expect(code).toBe(0);
      return (json(stdout) as { items: Record<string, unknown>[] }).items;
    };
    const admins = await query("users", "--filter", '{"role":"admin"}', "--sort", "role,name:desc");
    const names = admins.map(({ name }) => String(name));
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual(names.toSorted().reverse());
    expect(
      await query("users", "--filter", '{"role":"admin"}', "--sort", "name:desc", "--offset", "1"),
    ).toEqual(admins.slice(1));
    const channel = "team:C061A0WJG";
    const said = community().filter(
      ({ type, item }) =>
        type === "message" &&
        !["deleted", "system"].includes(String(item["type"])) &&
        /(?<![a-z0-9])data(?![a-z0-9])/i.test(String(item["text"])),
    );
    const inChannel = said.filter(({ item }) => item["channel_id"] === "C061A0WJG");
    const ids = (items: readonly Record<string, unknown>[]) =>
      items.map(({ id }) => String(id)).sort();
    expect(inChannel.length).toBeGreaterThan(0);
    expect(ids(await query("search", "--text", "DATA"))).toEqual(ids(said.map(({ item }) => item)));
    expect(ids(await query("search", "--text", "data", "--channel", channel))).toEqual(
      ids(inChannel.map(({ item }) => item)),
    );
    expect(await query("devices", "--user", "U061A1R2R")).toEqual([]);
    expect(await query("bans", "--user", "U061A1R2R", "--target", "U061A3E0G")).toEqual([]);
  });

  test("takes what is wrong with a question for a mistake in the command", async () => {
    using folder = tempFolder();
    await runCli(["demo", "--data", folder.path]);
    const mistakes: [words: string[], sentence: string][] = [
      [["users", "--filter", '{"role":{"$is":"admin"}}'], "filter.role.$is"],
      [["users", "--filter", "{role}"], "Give JSON"],
      [["users", "--sort", "name:down"], "created_at:desc,name"],
      [["users", "--sort", "teams"], "sort[0]"],
      [["users", "--cursor", "nonsense"], "no cursor"],
      [["users", "--app", "shop"], 'no app "shop"'],
      [["channels", "--filter", '{"muted":true}'], "--user"],
      [["search", "--text", "!"], "no word"],
    ];
    for (const [words, sentence] of mistakes) {
      const { code, stdout, stderr } = await runCli(["query", ...words, "--data", folder.path]);
      expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
      expect(stderr).toContain(sentence);
    }
  });

  test("says that a channel, or the whole store, is not there", async () => {
    using folder = tempFolder();
    const none = await runCli(["query", "channels", "--data", folder.path]);
    expect(none.code).toBe(3);
    expect(none.stderr).toContain("chatferry.js import FILE");
    await runCli(["demo", "--data", folder.path]);
    const missing = await runCli([
      "query",
      "messages",
      "--channel",
      "team:none",
      "--data",
      folder.path,
    ]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("there is no channel team:none");
  });
});

describe("a folder that cannot be", () => {
  test.for([["/proc/none/here"], [communityFile]])(
    "%s is refused with a way out; files are checked all the same",
    async ([data]) => {
      const words = ["validate", communityFile, "--data", data!];
      const asked = await runCli([...words, "--report", `${data}/report.jsonl`]);
      expect(asked.code).toBe(3);
      expect(asked.stderr).toContain("--report");
      using temporary = tempFolder();
      const json = [...words, "--format", "json"];
      const checked = await startCli(json, undefined, [], { TMPDIR: temporary.path }).ended;
      const { report } = JSON.parse(checked.stdout) as Summary;
      expect([checked.code, report]).toEqual([0, expect.stringContaining(temporary.path)]);
      expect(statSync(report).size).toBeGreaterThan(0);
      const imported = await runCli(["import", communityFile, "--yes", "--data", data!]);
      expect(imported.code).toBe(3);
      expect(imported.stderr).toContain("to mend it:");
    },
  );
});

describe("a report", () => {
  test("goes into a pipe as into a file, and leaves the pipe where it is", async () => {
    using folder = tempFolder();
    const [pipe, file] = [folder.file("pipe"), folder.file("bad.json")];
    execFileSync("mkfifo", [pipe]);
    writeFileSync(file, '[{"type":"user","item":{}}]');
    const words = ["validate", file, "--data", folder.path, "--report", pipe];
    const [report, { code }] = await Promise.all([readFile(pipe, "utf8"), runCli(words)]);
    expect(code).toBe(1);
    expect((json(report) as IssueRecord).code).toBe("required_field");
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test("never takes the place of a file that is none", async () => {
    using folder = tempFolder();
    const file = folder.file("export.json");
    writeFileSync(file, readFileSync(communityFile));
    const ran = await runCli(["validate", file, "--report", file]);
    expect(ran.code).toBe(2);
    expect(readFileSync(file).equals(readFileSync(communityFile))).toBe(true);
  });
});

describe("the text report", () => {
  test("gives the place of the field, in the line it shows", async () => {
    using folder = tempFolder();
    const file = folder.file("pretty.json");
    const user = { type: "user", item: { name: "😀 Ana", id: "ana", role: "captain" } };
    writeFileSync(file, JSON.stringify([user], null, 2));
    const pretty = await runCli(["validate", file, "--data", folder.path]);
    expect(pretty.stdout).toContain(`${file}:7:15 Validation error: role "captain"`);
    expect(pretty.stdout).toContain('      7 |       "role": "captain"');
    writeFileSync(file, JSON.stringify([user]));
    const compact = await runCli(["validate", file, "--data", folder.path]);
    const column = Array.from(JSON.stringify([user]))
      .join("")
      .indexOf('"captain"');
    expect(compact.stdout).toContain(`${file}:1:${column} Validation error: role "captain"`);
  });
});

describe("the command line", () => {
  test("shows an example with the help of every command", async () => {
    const { stdout } = await runCli(["--help"]);
    const commands = Array.from(stdout.matchAll(/^ {2}(\w+) .*$/gm), ([, name]) => name!);
    expect(commands).toEqual([
      "demo",
      "validate",
      "import",
      "query",
      "generate",
      "serve",
      "upload",
      "imports",
      "login",
      "worker",
      "apps",
      "keys",
      "token",
      "doctor",
      "schema",
      "explain",
      "completion",
    ]);
    for (const command of commands) {
      expect((await runCli([command, "--help"])).stdout).toContain(`chatferry.js ${command}`);
    }
  });

  test("exits with 2 and a hint when it is used wrongly", async () => {
    for (const words of [
      ["nonsense"],
      ["validate"],
      ["query", "channels", "--limit", "0"],
      ["explain", "nonsense"],
      ["validate", "x", "--roles", "a b"],
      ["validate", "x", "--threads", "0"],
    ]) {
      const { code, stderr } = await runCli(words);
      expect({ words, code }).toEqual({ words, code: 2 });
      expect(stderr).toMatch(/error: /);
    }
  });

  test("says that its output cannot be written, and exits with 3", () => {
    const full = openSync("/dev/full", "w");
    const stdio = ["ignore", full, "pipe"] as const;
    const { status, stderr } = spawnSync(process.execPath, [cli, "schema"], { stdio: [...stdio] });
    closeSync(full);
    expect(status).toBe(3);
    expect(stderr.toString()).toMatch(/cannot write the output: the disk is full\nto mend it: /);
  });

  test("explains a code in any case, and names the one that was nearly written", async () => {
    expect((await runCli(["explain", "User_Not_Found"])).code).toBe(0);
    expect((await runCli(["explain", "user_notfound"])).stderr).toContain(
      "did you mean user_not_found?",
    );
  });

  test("explains every code", async () => {
    const { stdout } = await runCli(["explain"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(Object.keys(explanations).length);
    expect((await runCli(["explain", "user_not_found"])).stdout).toContain("To mend it:");
  });

  test("prints a JSON Schema with every item type", async () => {
    const schema = json((await runCli(["schema"])).stdout) as { $defs: object };
    expect(Object.keys(schema.$defs)).toEqual(["element", ...itemTypeNames]);
  });
});
