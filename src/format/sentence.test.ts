import { expect, test } from "vitest";
import { explanations } from "./explanations.ts";
import type { Issue } from "./issue.ts";
import { sentence } from "./sentence.ts";

type Said = Issue extends infer I ? (I extends Issue ? Omit<I, "pointer"> : never) : never;

const label = 'channel "messaging:abc"';
const thread = { message: "m2", parent: "m1" };
const identities = { id: "channel.id", members: "channel.member_ids" };

/** Every sentence, once. The first eight are those of the historic page, to the letter. */
const sentences: readonly (readonly [Said, string])[] = [
  [
    { code: "max_length_exceeded", field: "channelID", max: 64 },
    "Validation error: max channelID length exceeded (64)",
  ],
  [
    { code: "both_identities", ...identities },
    "Validation error: either channel.id or channel.member_ids should be provided, but not both",
  ],
  [
    { code: "no_identity", ...identities },
    "Validation error: channel.id or channel.member_ids required, but not both",
  ],
  [{ code: "required_field", field: "created_by" }, 'Validation error: "created_by" required'],
  [
    { code: "user_not_found", field: "created_by", target: "username", label },
    'Validation error: created_by user "username" doesn\'t exist (channel "messaging:abc"). please include all users as separate user entries',
  ],
  [
    { code: "invalid_item_type", value: "foobar", suggestion: undefined },
    'Parse error: invalid item type "foobar"',
  ],
  [
    { code: "malformed_json", reason: "invalid character ',' looking for beginning of value" },
    "Parse error: invalid character ',' looking for beginning of value",
  ],
  [{ code: "reserved_field", field: "cid" }, 'Validation error: "cid" is a reserved field'],

  [{ code: "invalid_utf8" }, "Parse error: invalid UTF-8"],
  [
    { code: "wrong_encoding", encoding: "UTF-16LE" },
    "Parse error: UTF-16LE text where UTF-8 was expected",
  ],
  [
    { code: "not_an_object", found: "a string" },
    "Parse error: a string where an object was expected",
  ],
  [
    { code: "item_and_data" },
    "Validation error: either item or data should be provided, but not both",
  ],
  [{ code: "duplicate_key", field: "name" }, 'Validation error: "name" is given more than once'],
  [
    { code: "item_too_large", max: 1_048_576 },
    "Validation error: max item size exceeded (1048576)",
  ],
  [{ code: "nesting_too_deep", max: 100 }, "Validation error: max nesting depth exceeded (100)"],
  [
    { code: "wrong_kind", field: "frozen", expected: "a boolean", found: "a string" },
    'Validation error: "frozen" must be a boolean, not a string',
  ],
  [
    { code: "invalid_value", field: "type", value: "ephemeral", allowed: "regular" },
    "Validation error: 'ephemeral' is not a valid type",
  ],
  [
    { code: "invalid_text", field: "name", found: "U+0000" },
    'Validation error: "name" contains U+0000, which no database can hold',
  ],
  [
    { code: "number_out_of_range", field: "size" },
    'Validation error: "size" is a number too large to keep exactly',
  ],
  [
    { code: "custom_data_too_large", size: 6000, max: 5120 },
    "Validation error: max custom data size exceeded (5120)",
  ],
  [
    { code: "not_a_listed_member", user: "cy", channel: "messaging:[ana bo]" },
    'Validation error: user "cy" is not among the members of channel "messaging:[ana bo]"',
  ],
  [{ code: "deleted_at_missing" }, 'Validation error: type "deleted" requires "deleted_at"'],
  [
    { code: "deleted_at_unexpected", value: "2024-05-01T10:00:00Z", type: "regular" },
    'Validation error: deleted_at "2024-05-01T10:00:00Z" given while type is "regular"',
  ],
  [
    { code: "pin_incomplete", field: "pinned_at", missing: "pinned_by_id" },
    'Validation error: "pinned_at" requires "pinned_by_id"',
  ],
  [
    { code: "field_given_twice", field: "invite_accepted_at", alias: "invited_accepted_at" },
    'Validation error: "invite_accepted_at" and "invited_accepted_at" are the same field',
  ],
  [
    { code: "invalid_cid", field: "channel_mutes", cid: "hall" },
    'Validation error: channel_mutes channel "hall" should have the format "type:id"',
  ],
  [
    { code: "duplicate_item", item_type: "user", label: 'user "ana"' },
    'Validation error: duplicated user "ana"',
  ],
  [
    {
      code: "channel_not_found",
      field: "channel_id",
      target: "messaging:abc",
      label: 'message "m1"',
    },
    'Validation error: channel "messaging:abc" doesn\'t exist (message "m1"). please include all channels as separate channel entries',
  ],
  [
    { code: "message_not_found", field: "quoted_message_id", target: "m0", label: 'message "m1"' },
    'Validation error: quoted_message_id message "m0" doesn\'t exist (message "m1"). please include all messages as separate message entries',
  ],
  [
    {
      code: "role_not_found",
      field: "role",
      target: "captain",
      label: 'user "ana"',
      suggestion: undefined,
    },
    'Validation error: role "captain" doesn\'t exist (user "ana")',
  ],
  [
    {
      code: "channel_type_not_found",
      field: "type",
      target: "forum",
      label: 'channel "forum:abc"',
      suggestion: undefined,
    },
    'Validation error: channel type "forum" doesn\'t exist (channel "forum:abc")',
  ],
  [
    { code: "members_not_found", channel: "messaging:[ana bo]", users: ["ana", "bo"] },
    'Validation error: distinct channel "messaging:[ana bo]" is missing members: [ana bo]. please include all members as separate member entries',
  ],
  [
    { code: "parent_is_reply", ...thread },
    'Validation error: parent_id message "m1" is itself a reply (message "m2"). only one level of threads is supported',
  ],
  [
    { code: "parent_in_other_channel", ...thread },
    'Validation error: parent_id message "m1" is in another channel (message "m2")',
  ],
  [
    { code: "team_mismatch", user: "ana", channel: "messaging:abc" },
    'Validation error: user "ana" cannot be a member of channel "messaging:abc" with another team',
  ],
  [
    { code: "reply_before_parent", ...thread },
    'Validation warning: message "m2" is older than its parent "m1"',
  ],
  [
    { code: "reaction_on_deleted_message", message: "m1" },
    'Validation warning: message "m1" is deleted, the reaction will not be seen',
  ],
  [
    { code: "last_read_in_future", value: "9000-01-01T00:00:00.000000Z" },
    'Validation warning: last_read "9000-01-01T00:00:00.000000Z" is in the future',
  ],
  [
    { code: "author_not_member", user: "ana", channel: "messaging:abc" },
    'Validation warning: user "ana" is not a member of channel "messaging:abc"',
  ],
  [
    { code: "misspelled_field", field: "createdAt", suggestion: "created_at" },
    'Validation warning: "createdAt" is kept as custom data, but looks like "created_at"',
  ],
  [
    { code: "unknown_field", field: "nickname", item_type: "device" },
    'Validation warning: "nickname" is not a field of device and will be dropped',
  ],
  [
    { code: "empty_message", label: 'message "m1"' },
    'Validation warning: message "m1" has neither text nor attachments',
  ],
];

test.for(sentences)("$0.code", ([issue, said]) => {
  expect(sentence({ ...issue, pointer: "" })).toBe(said);
});

test("every code has its sentence here, once", () => {
  const said = sentences.map(([{ code }]) => code);
  expect(said.toSorted()).toEqual(Object.keys(explanations).toSorted());
});

test("what kind of issue it is stands before the colon", () => {
  for (const [{ code }, said] of sentences) {
    expect([code, / (\w+):/.exec(said)?.[1]]).toEqual([code, explanations[code].severity]);
  }
});

test("a user that the field names anyway is not named twice", () => {
  const issue = {
    code: "user_not_found",
    pointer: "",
    field: "user_id",
    target: "bo",
    label,
  } as const;
  expect(sentence(issue)).toContain(': user "bo"');
  expect(sentence({ ...issue, field: "user" })).toContain(': user "bo"');
});

test("a long value is cut", () => {
  const value = "x".repeat(10_000);
  const said = sentence({ code: "invalid_item_type", pointer: "", value, suggestion: undefined });
  expect(said).toBe(`Parse error: invalid item type "${"x".repeat(254)}…"`);
});
