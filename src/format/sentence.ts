import type { Issue } from "./issue.ts";

const everyUser = "please include all users as separate user entries";

/** The sentence of an issue. Sources: the error catalogue of the historic page, the codes that the current page adds, and their style for what neither has. */
export function sentence(issue: Issue): string {
  switch (issue.code) {
    case "malformed_json":
      return `Parse error: ${issue.reason}`;
    case "invalid_utf8":
      return "Parse error: invalid UTF-8";
    case "wrong_encoding":
      return `Parse error: ${issue.encoding} text where UTF-8 was expected`;
    case "invalid_item_type":
      return `Parse error: invalid item type "${clip(issue.value)}"`;
    case "not_an_object":
      return `Parse error: ${issue.found} where an object was expected`;
    case "item_and_data":
      return "Validation error: either item or data should be provided, but not both";
    case "duplicate_key":
      return `Validation error: "${clip(issue.field)}" is given more than once`;
    case "item_too_large":
      return `Validation error: max item size exceeded (${issue.max})`;
    case "nesting_too_deep":
      return `Validation error: max nesting depth exceeded (${issue.max})`;
    case "required_field":
      return `Validation error: "${issue.field}" required`;
    case "reserved_field":
      return `Validation error: "${issue.field}" is a reserved field`;
    case "wrong_kind":
      return `Validation error: "${clip(issue.field)}" must be ${issue.expected}, not ${issue.found}`;
    case "max_length_exceeded":
      return `Validation error: max ${issue.field} length exceeded (${issue.max})`;
    case "invalid_value":
      return `Validation error: '${clip(issue.value)}' is not a valid ${issue.field}`;
    case "invalid_text":
      return `Validation error: "${clip(issue.field)}" contains ${issue.found}, which no database can hold`;
    case "number_out_of_range":
      return `Validation error: "${clip(issue.field)}" is a number too large to keep exactly`;
    case "custom_data_too_large":
      return `Validation error: max custom data size exceeded (${issue.max})`;
    case "both_identities":
      return `Validation error: either ${issue.id} or ${issue.members} should be provided, but not both`;
    case "no_identity":
      return `Validation error: ${issue.id} or ${issue.members} required, but not both`;
    case "not_a_listed_member":
      return `Validation error: user "${clip(issue.user)}" is not among the members of channel "${clip(issue.channel)}"`;
    case "deleted_at_missing":
      return 'Validation error: type "deleted" requires "deleted_at"';
    case "deleted_at_unexpected":
      return `Validation error: deleted_at "${clip(issue.value)}" given while type is "${clip(issue.type)}"`;
    case "pin_incomplete":
      return `Validation error: "${issue.field}" requires "${issue.missing}"`;
    case "field_given_twice":
      return `Validation error: "${issue.field}" and "${issue.alias}" are the same field`;
    case "invalid_cid":
      return `Validation error: ${issue.field} channel "${clip(issue.cid)}" should have the format "type:id"`;
    case "duplicate_item":
      return `Validation error: duplicated ${issue.label}`;
    case "user_not_found":
      return `Validation error: ${named(issue.field, "user")} "${clip(issue.target)}" doesn't exist (${issue.label}). ${everyUser}`;
    case "channel_not_found":
      return `Validation error: ${named(issue.field, "channel")} "${clip(issue.target)}" doesn't exist (${issue.label}). please include all channels as separate channel entries`;
    case "message_not_found":
      return `Validation error: ${named(issue.field, "message")} "${clip(issue.target)}" doesn't exist (${issue.label}). please include all messages as separate message entries`;
    case "role_not_found":
      return `Validation error: role "${clip(issue.target)}" doesn't exist (${issue.label})`;
    case "channel_type_not_found":
      return `Validation error: channel type "${clip(issue.target)}" doesn't exist (${issue.label})`;
    case "members_not_found":
      return `Validation error: distinct channel "${clip(issue.channel)}" is missing members: [${issue.users.join(" ")}]. please include all members as separate member entries`;
    case "parent_is_reply":
      return `Validation error: parent_id message "${clip(issue.parent)}" is itself a reply (message "${clip(issue.message)}"). only one level of threads is supported`;
    case "parent_in_other_channel":
      return `Validation error: parent_id message "${clip(issue.parent)}" is in another channel (message "${clip(issue.message)}")`;
    case "team_mismatch":
      return `Validation error: user "${clip(issue.user)}" cannot be a member of channel "${clip(issue.channel)}" with another team`;
    case "reply_before_parent":
      return `Validation warning: message "${clip(issue.message)}" is older than its parent "${clip(issue.parent)}"`;
    case "reaction_on_deleted_message":
      return `Validation warning: message "${clip(issue.message)}" is deleted, the reaction will not be seen`;
    case "last_read_in_future":
      return `Validation warning: last_read "${issue.value}" is in the future`;
    case "author_not_member":
      return `Validation warning: user "${clip(issue.user)}" is not a member of channel "${clip(issue.channel)}"`;
    case "misspelled_field":
      return `Validation warning: "${clip(issue.field)}" is kept as custom data, but looks like "${issue.suggestion}"`;
    case "unknown_field":
      return `Validation warning: "${clip(issue.field)}" is not a field of ${issue.item_type} and will be dropped`;
    case "empty_message":
      return `Validation warning: ${issue.label} has neither text nor attachments`;
  }
}

/** `created_by user`, but `user` alone where the field says no more than that. */
function named(field: string, target: string): string {
  return field === target || field === `${target}_id` ? target : `${field} ${target}`;
}

/** A value from the file, short enough for a sentence. */
function clip(value: string): string {
  return value.length > 255 ? `${value.slice(0, 254)}…` : value;
}
