import type { IssueCode } from "./issue.ts";

/** What an issue code means to the person who has the file. */
export interface Explanation {
  /** An `error` keeps the file from being imported, a `warning` does not. */
  readonly severity: "error" | "warning";
  /** Why it is reported. */
  readonly cause: string;
  /** What to do about it. */
  readonly mend: string;
}

/** The explanation of every issue code; `chatferry explain CODE` and docs/errors.md print it. */
export const explanations: Readonly<Record<IssueCode, Explanation>> = {
  malformed_json: {
    severity: "error",
    cause: "The text is not JSON at this place; the analysis goes on at the next item it can find.",
    mend: "Mend the text at the line and column given. Most often a comma, a quote or a bracket is missing or too many, or the file was cut.",
  },
  invalid_utf8: {
    severity: "error",
    cause: "The item has bytes that are not UTF-8, so nobody can say which characters were meant.",
    mend: "Write the file as UTF-8; `iconv -f latin1 -t utf-8` mends a file written as Latin-1.",
  },
  wrong_encoding: {
    severity: "error",
    cause:
      "The file is text in UTF-16 or UTF-32, as Windows PowerShell writes it by `>`; an import file is UTF-8. Nothing else in it was looked at.",
    mend: "Convert it to UTF-8; the hint of the issue says how.",
  },
  invalid_item_type: {
    severity: "error",
    cause: "The envelope names a type that does not exist.",
    mend: "Use user, device, future_channel_ban, channel, member, message or reaction.",
  },
  not_an_object: {
    severity: "error",
    cause: "The element, or its item, is not a JSON object.",
    mend: 'Write each element as {"type": ..., "item": {...}}.',
  },
  item_and_data: {
    severity: "error",
    cause: "The envelope has both `item` and `data`, two names for one thing.",
    mend: "Keep one of the two.",
  },
  duplicate_key: {
    severity: "error",
    cause:
      "An object has the same name twice. Programs keep one value or the other without a word, so nobody can say which was meant.",
    mend: "Keep one of the two, or rename the other.",
  },
  item_too_large: {
    severity: "error",
    cause: "One item takes more bytes than an import takes.",
    mend: "Move what is large into attachments, or split the item. Where it has to be, raise the limit by --max-item.",
  },
  nesting_too_deep: {
    severity: "error",
    cause: "Lists and objects stand inside each other too deeply.",
    mend: "Flatten the custom data.",
  },
  required_field: {
    severity: "error",
    cause: "A field that every item of this type needs is missing, null or empty.",
    mend: "Add the field.",
  },
  reserved_field: {
    severity: "error",
    cause: "The name belongs to the format and cannot be used for custom data.",
    mend: "Rename or leave out the field.",
  },
  wrong_kind: {
    severity: "error",
    cause: "The value is of another kind than the field takes.",
    mend: "Write the value as the kind the sentence names.",
  },
  max_length_exceeded: {
    severity: "error",
    cause: "The value is longer than the field takes.",
    mend: "Shorten it. The same shorter id must stand wherever the item is referred to.",
  },
  invalid_value: {
    severity: "error",
    cause: "The value is not one that the field takes, or has characters it does not take.",
    mend: "Use an allowed value. Times are RFC 3339, like 2024-05-01T10:00:00Z.",
  },
  invalid_text: {
    severity: "error",
    cause: "The string holds U+0000 or half of a surrogate pair. Databases refuse both.",
    mend: "Remove the character, or write the emoji it was part of whole.",
  },
  number_out_of_range: {
    severity: "error",
    cause:
      "The number is too large to be read back exactly: an integer beyond plus or minus 9007199254740991, or beyond every double.",
    mend: "Send it as a string.",
  },
  custom_data_too_large: {
    severity: "error",
    cause: "The custom fields of one object take more than 5,120 bytes as compact JSON.",
    mend: "Shorten the custom data, or keep it elsewhere and store a reference.",
  },
  both_identities: {
    severity: "error",
    cause: "A channel is known by its id or by its members, never by both.",
    mend: "Keep the id for a regular channel, the members for a distinct one.",
  },
  no_identity: {
    severity: "error",
    cause: "Nothing says which channel this is.",
    mend: "Give the id of a regular channel, or the members of a distinct one.",
  },
  not_a_listed_member: {
    severity: "error",
    cause:
      "The member item names a user who is not among the members that the channel is known by.",
    mend: "Correct the user, or the list.",
  },
  deleted_at_missing: {
    severity: "error",
    cause: "The message is of type deleted but does not say since when.",
    mend: "Add deleted_at, or change the type.",
  },
  deleted_at_unexpected: {
    severity: "error",
    cause: "The message says when it was deleted but is not of type deleted.",
    mend: "Set the type to deleted, or leave deleted_at out.",
  },
  pin_incomplete: {
    severity: "error",
    cause: "A pin needs to say when it was set and by whom.",
    mend: "Give pinned_at and pinned_by_id together; pin_expires may stand beside them.",
  },
  field_given_twice: {
    severity: "error",
    cause: "The format has two spellings of this field, and the item uses both.",
    mend: "Keep one.",
  },
  invalid_cid: {
    severity: "error",
    cause: "A muted channel is written as its type and its id with one colon between.",
    mend: "Write it like messaging:hall.",
  },
  duplicate_item: {
    severity: "error",
    cause: "The file has this item already.",
    mend: "Remove one of the two, or give it an id of its own.",
  },
  user_not_found: {
    severity: "error",
    cause: "The item names a user that the file does not have.",
    mend: "Add the user as an item of its own, or correct the id.",
  },
  channel_not_found: {
    severity: "error",
    cause: "The item names a channel that the file does not have.",
    mend: "Add the channel as an item of its own, or correct its type and id.",
  },
  message_not_found: {
    severity: "error",
    cause: "The item names a message that the file does not have.",
    mend: "Add the message as an item of its own, or correct the id.",
  },
  role_not_found: {
    severity: "error",
    cause: "The app has no such role.",
    mend: "Create the role in the app, name it with --roles, or correct it.",
  },
  channel_type_not_found: {
    severity: "error",
    cause: "The app has no such channel type.",
    mend: "Create the channel type in the app, name it with --channel-types, or correct it.",
  },
  members_not_found: {
    severity: "error",
    cause: "Every member of a distinct channel needs a member item as well.",
    mend: "Add a member item for each of the users named.",
  },
  parent_is_reply: {
    severity: "error",
    cause: "The message replies to a reply. Threads have one level.",
    mend: "Set parent_id to the message that began the thread.",
  },
  parent_in_other_channel: {
    severity: "error",
    cause: "The message replies to a message of another channel.",
    mend: "Correct parent_id or the channel.",
  },
  team_mismatch: {
    severity: "error",
    cause: "In a multi-tenant app a member must share the channel's team.",
    mend: "Add the team to the user's teams, or correct the channel's team.",
  },
  reply_before_parent: {
    severity: "warning",
    cause: "The reply was sent before the message it replies to.",
    mend: "Check the times of both; the reply is imported as it is.",
  },
  reaction_on_deleted_message: {
    severity: "warning",
    cause: "Deleted messages show no reactions.",
    mend: "Leave the reaction out if it is of no use.",
  },
  last_read_in_future: {
    severity: "warning",
    cause:
      "The member has read up to a time that has not come, so nothing will count as unread until then.",
    mend: "Check the clock or the unit of whatever wrote it.",
  },
  author_not_member: {
    severity: "warning",
    cause: "The author has no member item for the channel, perhaps because they left.",
    mend: "Add a member item if they are still in the channel.",
  },
  misspelled_field: {
    severity: "warning",
    cause: "The field is not built in, but nearly spelled like one that is.",
    mend: "Rename it if the built-in field was meant; as it is, it becomes custom data.",
  },
  unknown_field: {
    severity: "warning",
    cause: "This type takes no custom data, and has no such field.",
    mend: "Leave it out.",
  },
  empty_message: {
    severity: "warning",
    cause: "There is nothing to show.",
    mend: "Give the message a text or an attachment, or leave it out.",
  },
};
