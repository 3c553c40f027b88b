import { expect, test } from "vitest";
import { defaultCheckOptions, distinctChannelId, memberKey } from "../format/index.ts";
import { analyse } from "./analyse.ts";
import type { IssueRecord } from "./issue-record.ts";
import type { ItemKey, KnownItem } from "./known-item.ts";
import { inThisThread } from "./task.ts";

const hall = "messaging:hall";
const parent = {
  cid: hall,
  isReply: false,
  isDeleted: false,
  createdAt: "2024-05-01T10:00:00.000000Z",
};
const long = "x".repeat(200);

/** What an app has. */
const app: readonly KnownItem[] = [
  { space: "user", key: "ana" },
  { space: "user", key: long },
  { space: "channel", key: hall },
  { space: "member", key: memberKey(hall, "ana") },
  { space: "message", key: "m1", message: parent },
  { space: "message", key: "r1", message: { ...parent, isReply: true } },
  { space: "message", key: "d1", message: { ...parent, isDeleted: true } },
];

const at = { created_at: "2024-05-01T11:00:00Z" };
const inHall = { channel_type: "messaging", channel_id: "hall", user: "ana", text: "hej", ...at };

/** Analyses items that may refer to what the app has, and gives the issues and the keys that were looked up. */
async function analyseItems(...items: { type: string; item: object }[]) {
  const bytes = Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(""));
  const source = {
    name: "a.jsonl",
    size: bytes.length,
    read: (offset: number, length: number) =>
      Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  };
  const asked: string[] = [];
  let report = "";
  const { valid, stats } = await analyse([source], {
    check: defaultCheckOptions("2025-01-01T00:00:00.000000Z"),
    chunk: 300,
    runner: (options) => inThisThread([source], options),
    report: async (lines) => void (report += Buffer.from(lines).toString()),
    lookUp: async (keys: readonly ItemKey[]) => {
      asked.push(...keys.map(({ space, key }) => `${space} ${key}`));
      return app.filter(({ space, key }) =>
        keys.some((wanted) => wanted.space === space && wanted.key === key),
      );
    },
  });
  const issues = report
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as IssueRecord);
  const codes = issues.map(({ code, index }) => `${index} ${code}`);
  return { valid, codes, asked, stats };
}

test("what the app has need not be in the file", async () => {
  const { valid, codes, asked } = await analyseItems(
    { type: "user", item: { id: "bo", ...at } },
    {
      type: "member",
      item: { channel_type: "messaging", channel_id: "hall", user_id: "bo", ...at },
    },
    { type: "message", item: { id: "m2", ...inHall, parent_id: "m1" } },
    { type: "message", item: { id: "m3", ...inHall, user: "bo", mentioned_users_ids: [long] } },
    { type: "reaction", item: { message_id: "m1", type: "like", user_id: "ana", ...at } },
  );
  expect({ valid, codes }).toEqual({ valid: true, codes: [] });
  expect(asked).toContain("message m1");
  expect(asked).not.toContain("user bo");
});

test("what neither has is missing, once for each place", async () => {
  const { valid, codes } = await analyseItems(
    { type: "message", item: { id: "m2", ...inHall, user: "cy", parent_id: "m9" } },
    { type: "message", item: { id: "m3", ...inHall, channel_id: "none" } },
    { type: "user", item: { id: "bo", ...at } },
    { type: "message", item: { id: "m4", ...inHall, user: "bo" } },
  );
  expect(valid).toBe(false);
  expect(codes.sort()).toEqual([
    "0 message_not_found",
    "0 user_not_found",
    "1 channel_not_found",
    "3 author_not_member",
  ]);
});

test("the rules about parents and reactions hold for messages of the app too", async () => {
  const reply = (id: string, parent_id: string, more: object = {}) => ({
    type: "message",
    item: { id, ...inHall, parent_id, ...more },
  });
  const { codes } = await analyseItems(
    reply("m2", "r1"),
    reply("m3", "m1", { created_at: "2024-05-01T09:00:00Z" }),
    { type: "channel", item: { type: "messaging", id: "yard", created_by: "ana", ...at } },
    reply("m4", "m1", { channel_id: "yard" }),
    { type: "reaction", item: { message_id: "d1", type: "like", user_id: "ana", ...at } },
    reply("m5", "d1"),
    { type: "message", item: { id: "m6", ...inHall, quoted_message_id: "d1" } },
  );
  expect(codes.filter((code) => !code.endsWith("author_not_member")).sort()).toEqual([
    "0 parent_is_reply",
    "1 reply_before_parent",
    "3 parent_in_other_channel",
    "4 reaction_on_deleted_message",
  ]);
});

test("members of a distinct channel may be in the app", async () => {
  const channel = { type: "messaging", member_ids: ["ana", long], created_by: "ana", ...at };
  const key = `messaging:${distinctChannelId(["ana", long])}`;
  const item = { channel_type: "messaging", channel_member_ids: ["ana", long], ...at };
  const { codes, asked } = await analyseItems(
    { type: "channel", item: channel },
    { type: "member", item: { ...item, user_id: "ana" } },
  );
  expect(codes).toEqual(["0 members_not_found"]);
  expect(asked).toContain(`member ${memberKey(key, long)}`);
});
