import type { ItemTypeName } from "./item-types.ts";

/** The typed arguments of every issue code. The sentence of each is in {@link sentence}, its severity, cause and mending in {@link explanations}. */
export interface IssueArgs {
  malformed_json: { readonly reason: string };
  invalid_utf8: unknown;
  wrong_encoding: { readonly encoding: string };
  invalid_item_type: { readonly value: string; readonly suggestion: string | undefined };
  not_an_object: { readonly found: string };
  item_and_data: unknown;
  duplicate_key: FieldArgs;
  item_too_large: { readonly max: number };
  nesting_too_deep: { readonly max: number };
  required_field: FieldArgs;
  reserved_field: FieldArgs;
  wrong_kind: FieldArgs & { readonly expected: string; readonly found: string };
  max_length_exceeded: FieldArgs & { readonly max: number };
  invalid_value: FieldArgs & { readonly value: string; readonly allowed: string };
  invalid_text: FieldArgs & { readonly found: string };
  number_out_of_range: FieldArgs;
  custom_data_too_large: { readonly size: number; readonly max: number };
  both_identities: IdentityArgs;
  no_identity: IdentityArgs;
  not_a_listed_member: { readonly user: string; readonly channel: string };
  deleted_at_missing: unknown;
  deleted_at_unexpected: { readonly value: string; readonly type: string };
  pin_incomplete: FieldArgs & { readonly missing: string };
  field_given_twice: FieldArgs & { readonly alias: string };
  invalid_cid: FieldArgs & { readonly cid: string };
  duplicate_item: { readonly item_type: ItemTypeName; readonly label: string };
  user_not_found: ReferenceArgs;
  channel_not_found: ReferenceArgs;
  message_not_found: ReferenceArgs;
  role_not_found: ReferenceArgs & { readonly suggestion: string | undefined };
  channel_type_not_found: ReferenceArgs & { readonly suggestion: string | undefined };
  members_not_found: { readonly channel: string; readonly users: readonly string[] };
  parent_is_reply: ThreadArgs;
  parent_in_other_channel: ThreadArgs;
  team_mismatch: { readonly user: string; readonly channel: string };
  reply_before_parent: ThreadArgs;
  reaction_on_deleted_message: { readonly message: string };
  last_read_in_future: { readonly value: string };
  author_not_member: { readonly user: string; readonly channel: string };
  misspelled_field: FieldArgs & { readonly suggestion: string };
  unknown_field: FieldArgs & { readonly item_type: string };
  empty_message: { readonly label: string };
}

interface FieldArgs {
  /** The field's name, or how sentences name it. */
  readonly field: string;
}

interface IdentityArgs {
  /** `channel.id` and the like. */
  readonly id: string;
  /** `channel.member_ids` and the like. */
  readonly members: string;
}

interface ReferenceArgs extends FieldArgs {
  /** What the field names. */
  readonly target: string;
  /** The item that has the field, as {@link itemLabel} gives it. */
  readonly label: string;
}

interface ThreadArgs {
  readonly message: string;
  readonly parent: string;
}

/** A stable name for one thing that can be wrong. */
export type IssueCode = keyof IssueArgs;

/** One thing wrong with an item: a value, never an exception. `pointer` is an RFC 6901 JSON pointer to the field, from the item (from the envelope where that is what is wrong). */
export type Issue = {
  [C in IssueCode]: { readonly code: C; readonly pointer: string } & IssueArgs[C];
}[IssueCode];

/** Takes issues as they are found; an array does. An item may have so many that not all of them fit into memory. */
export interface IssueSink {
  push(issue: Issue): unknown;
}
