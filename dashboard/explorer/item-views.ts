import type {
  ChannelStateBody,
  DeviceBody,
  MemberBody,
  MessageInChannelBody,
  UserBody,
} from "../../src/server/index.ts";
import type { KnownFields } from "./known-fields.ts";

/** How a field of an item is shown; `elsewhere` by other parts of the page. */
export type FieldView =
  | "plain"
  | "time"
  | "user"
  | "users"
  | "targets"
  | "channel"
  | "channels"
  | "message"
  | "elsewhere";

type Views<Body> = Readonly<Record<KnownFields<Body>, FieldView>>;

/** How the fields of a user are shown, in order. */
export const userViews: Views<UserBody> = {
  id: "plain",
  role: "plain",
  language: "plain",
  teams: "plain",
  teams_role: "plain",
  created_at: "time",
  updated_at: "time",
  deactivated_at: "time",
  deleted_at: "time",
  invisible: "plain",
  mutes: "targets",
  channel_mutes: "channels",
  blocked_user_ids: "users",
  privacy_settings: "plain",
  push_preferences: "plain",
  push_notifications: "plain",
  // No import has these.
  online: "elsewhere",
  banned: "elsewhere",
  shadow_banned: "elsewhere",
};

/** How the fields of a channel are shown, in order. */
export const channelViews: Views<ChannelStateBody["channel"]> = {
  cid: "plain",
  type: "plain",
  id: "plain",
  team: "plain",
  created_by: "user",
  created_at: "time",
  updated_at: "time",
  last_message_at: "time",
  truncated_at: "time",
  member_count: "plain",
  message_count: "plain",
  frozen: "plain",
  disabled: "plain",
  config: "plain",
  // What a channel is to somebody.
  hidden: "elsewhere",
  muted: "elsewhere",
};

/** How the fields of a member are shown, in order. */
export const memberViews: Views<MemberBody> = {
  user: "user",
  user_id: "elsewhere",
  channel_role: "plain",
  is_moderator: "plain",
  created_at: "time",
  updated_at: "time",
  status: "plain",
  invited: "plain",
  invite_accepted_at: "time",
  invite_rejected_at: "time",
  banned: "plain",
  archived_at: "time",
  role: "elsewhere",
  shadow_banned: "elsewhere",
};

/** How the fields of a message are shown, in order. */
export const messageViews: Views<MessageInChannelBody> = {
  id: "plain",
  type: "plain",
  cid: "elsewhere",
  channel: "channel",
  user: "user",
  text: "plain",
  html: "plain",
  created_at: "time",
  updated_at: "time",
  deleted_at: "time",
  parent_id: "message",
  show_in_channel: "plain",
  reply_count: "plain",
  thread_participants: "users",
  quoted_message_id: "message",
  quoted_message: "elsewhere",
  mentioned_users: "users",
  attachments: "plain",
  reaction_counts: "plain",
  reaction_scores: "elsewhere",
  reaction_groups: "elsewhere",
  latest_reactions: "elsewhere",
  own_reactions: "elsewhere",
  pinned: "plain",
  pinned_at: "time",
  pinned_by: "user",
  pin_expires: "time",
  restricted_visibility: "users",
  silent: "elsewhere",
  shadowed: "elsewhere",
};

/** How the fields of a device are shown, in order. */
export const deviceViews: Views<DeviceBody> = {
  id: "plain",
  user_id: "user",
  push_provider: "plain",
  push_provider_name: "plain",
  created_at: "time",
  disabled: "plain",
  disabled_reason: "plain",
};
