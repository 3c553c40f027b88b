import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { communityFile } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { runCli, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

type Page = { items: Record<string, unknown>[]; next: string | null };

const at = (second: number) => `2020-01-01T00:00:0${second}Z`;
const hall = { channel_type: "messaging", channel_id: "hall" };
const more = [
  { type: "channel", item: { type: "messaging", id: "hall", created_by: "ana" } },
  { type: "member", item: { ...hall, user_id: "ana", channel_role: "channel_member" } },
  ...[1, 2, 3].map((n) => ({
    type: "message",
    item: {
      ...hall,
      id: `m${n}`,
      user: "ana",
      text: `the ${n}`,
      created_at: at(n),
      ...(n > 1 && { parent_id: "m1", type: "reply" }),
    },
  })),
  ...["like", "love"].map((type, n) => ({
    type: "reaction",
    item: { message_id: "m1", user_id: "ana", type, created_at: at(n) },
  })),
  { type: "user", item: { id: "ana" } },
  { type: "user", item: { id: "gone", deactivated_at: "2020-01-01T00:00:00Z" } },
  {
    type: "device",
    item: {
      id: "d1",
      user_id: "ana",
      push_provider_type: "apn",
      created_at: "2020-01-01T00:00:00Z",
    },
  },
  {
    type: "future_channel_ban",
    item: {
      created_by: "ana",
      target_id: "gone",
      shadow: false,
      created_at: "2020-01-01T00:00:00Z",
    },
  },
];

test("a server shows what its folder does, and says what it cannot be asked", async () => {
  using folder = tempFolder();
  const { url, process, ended } = await startServe(folder.path);
  const { key, secret } = await makeKey(folder.path);
  const env = { CHATFERRY_URL: url, CHATFERRY_KEY: key, CHATFERRY_SECRET: secret };
  const here = ["--data", folder.path];
  const there = (words: readonly string[]) => startCli(words, undefined, [], env).ended;
  writeFileSync(folder.file("more.json"), JSON.stringify(more));
  for (const file of [communityFile, folder.file("more.json")]) {
    const ran = await runCli(["import", file, "--yes", ...here]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
  }
  const pages = async (words: readonly string[]) => {
    const ran = await Promise.all([
      runCli(["query", ...words, "--format", "json", ...here]),
      there(["query", ...words, "--format", "json"]),
    ]);
    expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    return ran.map(({ stdout }) => JSON.parse(stdout) as Page);
  };

  const channel = "team:C061A0WJG";
  for (const [id, ...words] of [
    ["id", "users"],
    ["id", "users", "--id", "ana", "gone", "--sort", "id:desc"],
    ["cid", "channels"],
    [
      "cid",
      "channels",
      "--type",
      "team",
      "--filter",
      '{"member_count":{"$gt":10}}',
      "--sort",
      "name",
    ],
    ["user_id", "members", "--channel", channel, "--limit", "20"],
    ["id", "messages", "--channel", channel],
    ["id", "replies", "--message", "m1", "--limit", "1"],
    ["type", "reactions", "--message", "m1"],
    ["id", "search", "--text", "the", "--channel", channel],
    ["id", "search", "--text", "the", "--filter", '{"reply_count":{"$gt":0}}'],
    ["id", "devices", "--user", "ana"],
    ["target_id", "bans", "--user", "ana", "--target", "gone"],
  ] as const) {
    const [inFolder, onServer] = await pages(words);
    const ids = ({ items }: Page) => items.map((item) => item[id]);
    expect([words, ids(onServer!)]).toEqual([words, ids(inFolder!)]);
    if (inFolder!.next === null || onServer!.next === null) continue;
    const following = async (
      run: (words: string[]) => ReturnType<typeof there>,
      { next }: Page,
    ) => {
      const { stdout } = await run(["query", ...words, "--cursor", next!, "--format", "json"]);
      return ids(JSON.parse(stdout) as Page);
    };
    const second = await following((asked) => runCli([...asked, ...here]), inFolder!);
    expect([words, await following(there, onServer!)]).toEqual([words, second]);
  }
  const text = await there(["query", "messages", "--channel", channel, "--limit", "2"]);
  expect(text.stdout).toMatch(/^created +user +text +id\n/);

  for (const [code, said, ...words] of [
    [2, "no --sort for messages", "query", "messages", "--channel", channel, "--sort", "id"],
    [2, "give --user", "query", "devices"],
    [2, "team:none", "query", "members", "--channel", "team:none"],
    [2, "takes no $no", "query", "users", "--filter", '{"id":{"$no":1}}'],
    [2, "CHATFERRY_EMAIL", "apps", "create", "shop"],
    [2, "CHATFERRY_EMAIL", "keys", "list"],
  ] as const) {
    const ran = await there(words);
    expect([words, ran.code, ran.stderr]).toEqual([words, code, expect.stringContaining(said)]);
  }
  const apps = await there(["apps", "list", "--format", "json"]);
  expect(JSON.parse(apps.stdout)).toEqual([
    { name: "default", mode: "development", confirm: "operator", multi_tenant: false },
  ]);
  process.kill("SIGTERM");
  await ended;
});
