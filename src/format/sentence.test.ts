import { expect, test } from "vitest";
import { explanations } from "./explanations.ts";
import type { Issue } from "./issue.ts";
import { sentence } from "./sentence.ts";

const thread = { message: "m2", parent: "m1" };
const identity = { id: "channel.id", members: "channel.member_ids" };
const inChannel = { user: "ana", channel: "messaging:[ana bo]" };

type WithoutPointer<I> = I extends Issue ? Omit<I, "pointer"> : never;

/** Each issue without its pointer, and what it says. Those of the founding catalogue are to the letter. */
const sentences: readonly [issue: WithoutPointer<Issue>, said: string][] = [
  [
    {
      code: "malformed_json",
      reason: "invalid character ',' looking for beginning of value",
    },
    "Parse error: invalid character ',' looking for beginning of value",
  ],
  [{ code: "invalid_utf8" }, "Parse error: invalid UTF-8"],
  [
    { code: "invalid_item_type", value: "foobar", suggestion: undefined },
    'Parse error: invalid item type "foobar"',
  ],
  [
    { code: "not_an_object", found: "a number" },
    "Parse error: a number where an object was expected",
  ],
  [
    { code: "item_and_data" },
    "Validation error: either item or data should be provided, but not both",
  ],
  [{ code: "item_too_large", max: 1048576 }, "Validation error: max item size exceeded (1048576)"],
  [{ code: "nesting_too_deep", max: 100 }, "Validation error: max nesting depth exceeded (100)"],
  [{ code: "required_field", field: "created_by" }, 'Validation error: "created_by" required'],
  [{ code: "reserved_field", field: "app_pk" }, 'Validation error: "app_pk" is a reserved field'],
  [
    { code: "wrong_kind", field: "frozen", expected: "a boolean", found: "a string" },
    'Validation error: "frozen" must be a boolean, not a string',
  ],
  [
    { code: "max_length_exceeded", field: "channelID", max: 64 },
    "Validation error: max channelID length exceeded (64)",
  ],
  [
    { code: "invalid_value", field: "type", value: "loud", allowed: "" },
    "Validation error: 'loud' is not a valid type",
  ],
  [
    { code: "invalid_text", field: "text", found: "U+0000" },
    'Validation error: "text" contains U+0000, which no database can hold',
  ],
  [
    { code: "number_out_of_range", field: "score" },
    'Validation error: "score" is a number too large to keep exactly',
  ],
  [
    { code: "custom_data_too_large", size: 6000, max: 5120 },
    "Validation error: max custom data size exceeded (5120)",
  ],
  [
    { code: "both_identities", ...identity },
    "Validation error: either channel.id or channel.member_ids should be provided, but not both",
  ],
  [
    { code: "no_identity", ...identity },
    "Validation error: channel.id or channel.member_ids required, but not both",
  ],
  [
    { code: "not_a_listed_member", ...inChannel },
    'Validation error: user "ana" is not among the members of channel "messaging:[ana bo]"',
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
    {
      code: "field_given_twice",
      field: "invite_accepted_at",
      alias: "invited_accepted_at",
    },
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
      code: "user_not_found",
      field: "created_by",
      target: "username",
      label: 'channel "messaging:abc"',
    },
    'Validation error: created_by user "username" doesn\'t exist (channel "messaging:abc"). please include all users as separate user entries',
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
    { code: "message_not_found", field: "parent_id", target: "m1", label: 'message "m2"' },
    'Validation error: parent_id message "m1" doesn\'t exist (message "m2"). please include all messages as separate message entries',
  ],
  [
    { code: "role_not_found", field: "role", target: "captain", label: 'user "ana"' },
    'Validation error: role "captain" doesn\'t exist (user "ana")',
  ],
  [
    {
      code: "channel_type_not_found",
      field: "type",
      target: "forum",
      label: 'channel "forum:hall"',
    },
    'Validation error: channel type "forum" doesn\'t exist (channel "forum:hall")',
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
    { code: "team_mismatch", ...inChannel },
    'Validation error: user "ana" cannot be a member of channel "messaging:[ana bo]" with another team',
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
    { code: "author_not_member", ...inChannel },
    'Validation warning: user "ana" is not a member of channel "messaging:[ana bo]"',
  ],
  [
    { code: "misspelled_field", field: "texts", suggestion: "text" },
    'Validation warning: "texts" is kept as custom data, but looks like "text"',
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
  expect(sentence({ ...issue, pointer: "" } as Issue)).toBe(said);
});

test("every code has its sentence here", () => {
  expect(sentences.map(([{ code }]) => code).sort()).toEqual(Object.keys(explanations).sort());
});

test("a value from the file is cut after 255 characters", () => {
  const issue = {
    code: "invalid_item_type",
    pointer: "",
    value: "x".repeat(1000),
    suggestion: undefined,
  } as const;
  expect(sentence(issue)).toBe(`Parse error: invalid item type "${"x".repeat(254)}…"`);
});
