import type { IssueCode } from "./issue.ts";

/** For each issue code the smallest import file that shows it, as text. A file that cannot be printed, is too large or takes an option has none; `fixtures/` holds it. */
export const examples: Readonly<Partial<Record<IssueCode, string>>> = {
  malformed_json: `{"type":"user","item":{"id":"ana",}}
`,
  invalid_item_type: `[{"type":"foobar","item":{"id":"ana"}}]
`,
  not_an_object: `[{"type":"user","item":"ana"}]
`,
  item_and_data: `[{"type":"user","item":{"id":"ana"},"data":{"id":"bo"}}]
`,
  duplicate_key: `[{"type":"user","item":{"id":"ana","name":"Ana","name":"Ann"}}]
`,
  required_field: `[{"type":"user","item":{"name":"Ana"}}]
`,
  reserved_field: `[{"type":"user","item":{"id":"ana","last_active":"2024-05-01T10:00:00Z"}}]
`,
  wrong_kind: `[{"type":"user","item":{"id":"ana","invisible":"yes"}}]
`,
  max_length_exceeded: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","created_by":"ana"}}]
`,
  invalid_value: `[{"type":"user","item":{"id":"ana","created_at":"01/05/2024"}}]
`,
  invalid_text: `{"type":"user","item":{"id":"ana","name":"Ana \\ud83d"}}
`,
  number_out_of_range: `{"type":"user","item":{"id":"ana","account":9007199254740993}}
`,
  both_identities: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana","member_ids":["ana"]}}]
`,
  no_identity: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","created_by":"ana"}}]
`,
  not_a_listed_member: `[{"type":"user","item":{"id":"ana"}},
 {"type":"user","item":{"id":"bo"}},
 {"type":"user","item":{"id":"cy"}},
 {"type":"channel","item":{"type":"messaging","member_ids":["ana","bo"],"created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_member_ids":["ana","bo"],"user_id":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_member_ids":["ana","bo"],"user_id":"bo"}},
 {"type":"member","item":{"channel_type":"messaging","channel_member_ids":["ana","bo"],"user_id":"cy"}}]
`,
  deleted_at_missing: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","type":"deleted"}}]
`,
  deleted_at_unexpected: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","deleted_at":"2024-05-02T10:00:00Z"}}]
`,
  pin_incomplete: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","pinned_at":"2024-05-02T10:00:00Z"}}]
`,
  field_given_twice: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana","invite_accepted_at":"2024-05-01T10:00:00Z","invited_accepted_at":"2024-05-02T10:00:00Z"}}]
`,
  invalid_cid: `[{"type":"user","item":{"id":"ana","channel_mutes":["hall"]}}]
`,
  duplicate_item: `[{"type":"user","item":{"id":"ana"}},
 {"type":"user","item":{"id":"ana"}}]
`,
  user_not_found: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"bo"}}]
`,
  channel_not_found: `[{"type":"user","item":{"id":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}}]
`,
  message_not_found: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","parent_id":"m0"}}]
`,
  role_not_found: `[{"type":"user","item":{"id":"ana","role":"captain"}}]
`,
  channel_type_not_found: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"forum","id":"hall","created_by":"ana"}}]
`,
  members_not_found: `[{"type":"user","item":{"id":"ana"}},
 {"type":"user","item":{"id":"bo"}},
 {"type":"channel","item":{"type":"messaging","member_ids":["ana","bo"],"created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_member_ids":["ana","bo"],"user_id":"ana"}}]
`,
  parent_is_reply: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z"}},
 {"type":"message","item":{"id":"m2","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","parent_id":"m1"}},
 {"type":"message","item":{"id":"m3","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","parent_id":"m2"}}]
`,
  parent_in_other_channel: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"yard","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"yard","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z"}},
 {"type":"message","item":{"id":"m2","channel_type":"messaging","channel_id":"yard","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","parent_id":"m1"}}]
`,
  reply_before_parent: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z"}},
 {"type":"message","item":{"id":"m2","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-04-30T10:00:00Z","parent_id":"m1"}}]
`,
  reaction_on_deleted_message: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","type":"deleted","deleted_at":"2024-05-02T10:00:00Z"}},
 {"type":"reaction","item":{"message_id":"m1","type":"like","user_id":"ana","created_at":"2024-05-01T10:01:00Z"}}]
`,
  last_read_in_future: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana","last_read":"9000-01-01T00:00:00Z"}}]
`,
  author_not_member: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z"}}]
`,
  misspelled_field: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","text":"hi","created_at":"2024-05-01T10:00:00Z","metioned_users_ids":["ana"]}}]
`,
  unknown_field: `[{"type":"user","item":{"id":"ana"}},
 {"type":"device","item":{"id":"d1","user_id":"ana","push_provider_type":"apn","nickname":"phone"}}]
`,
  empty_message: `[{"type":"user","item":{"id":"ana"}},
 {"type":"channel","item":{"type":"messaging","id":"hall","created_by":"ana"}},
 {"type":"member","item":{"channel_type":"messaging","channel_id":"hall","user_id":"ana"}},
 {"type":"message","item":{"id":"m1","channel_type":"messaging","channel_id":"hall","user":"ana","created_at":"2024-05-01T10:00:00Z"}}]
`,
};
