import type { CheckedItem } from "../../format/index.ts";

/** A time of the day on which everything happens. */
export const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00.000000Z`;

/** A small house: `messaging:kitchen` with ana, bo and cy, and `messaging:attic` with dee alone. */
export const houseItems: readonly CheckedItem[] = [
  user("ana", {
    name: "Ana",
    role: "admin",
    teams: ["red"],
    user_mutes: ["bo"],
    push_preferences: { chat_level: "all" },
  }),
  user("bo", {
    name: "Bo",
    image: "https://example.com/bo.png",
    invisible: true,
    channel_mutes: ["messaging:kitchen"],
  }),
  user("cy", { mutes: "a field of ours", online: "so called" }),
  user("dee", { deactivated_at: at(59) }),
  {
    type: "device",
    item: { id: "d1", user_id: "ana", push_provider_type: "apn", created_at: at(0) },
  },
  {
    type: "device",
    item: {
      id: "d2",
      user_id: "bo",
      push_provider_type: "firebase",
      push_provider_name: "main",
      created_at: at(0),
      disabled: true,
      disabled_reason: "old",
    },
  },
  {
    type: "future_channel_ban",
    item: { created_by: "ana", target_id: "bo", created_at: at(0), reason: "rude", shadow: true },
  },
  { type: "future_channel_ban", item: { created_by: "bo", target_id: "cy", created_at: at(1) } },
  channel("kitchen", { banned_users: ["cy", "bo"], topic: "food", config: "ours", hidden: "ours" }),
  channel("attic", { created_by: "dee", banned_users: ["ana"] }),
  {
    type: "channel",
    item: { type: "messaging", member_ids: ["ana", "bo"], created_by: "ana", created_at: at(0) },
  },
  member("kitchen", "ana", {
    last_read: at(3),
    channel_role: "channel_moderator",
    archived_at: at(9),
  }),
  member("kitchen", "bo", {
    last_read: at(1),
    invited: true,
    invite_accepted_at: at(2),
    hide_channel: true,
  }),
  member("kitchen", "cy", { invited: true, nickname: "cyan" }),
  member("attic", "dee", {}),
  {
    type: "member",
    item: {
      channel_type: "messaging",
      channel_member_ids: ["bo", "ana"],
      user_id: "ana",
      created_at: at(0),
      last_read: at(0),
    },
  },
  {
    type: "member",
    item: {
      channel_type: "messaging",
      channel_member_ids: ["bo", "ana"],
      user_id: "bo",
      created_at: at(0),
    },
  },
  message("k1", 1, {
    text: "Who took the soup?",
    mentioned_users_ids: ["bo"],
    attachments: [{ type: "image", image_url: "https://example.com/soup.png" }],
  }),
  message("k2", 2, { user: "bo", quoted_message_id: "k1", text: "Not me", updated_at: at(3) }),
  message("k3", 3, { pinned_at: at(20), pinned_by_id: "ana" }),
  message("k4", 4, { type: "deleted", deleted_at: at(5), text: "a secret", nonsense: "too" }),
  message("k5", 5, { type: "system", text: "cy was invited" }),
  message("k6", 6, { restricted_visibility: ["bo"], text: "for Bo" }),
  message("k7", 7, { user: "bo", quoted_message_id: "k6", latest: "ours", silent: "ours" }),
  message("r1", 11, { type: "reply", parent_id: "k1", user: "bo" }),
  message("r2", 12, { type: "reply", parent_id: "k1", user: "cy" }),
  message("r3", 13, { type: "reply", parent_id: "k1", user: "bo", show_in_channel: true }),
  message("r4", 14, { type: "deleted", parent_id: "k1", user: "dee", deleted_at: at(15) }),
  message("r5", 15, { type: "reply", parent_id: "k3", user: "cy" }),
  message("a1", 1, { channel_id: "attic", user: "dee", text: "soup alone" }),
  message("a2", 2, { channel_id: "attic", user: "dee", parent_id: "a1", type: "reply" }),
  {
    type: "message",
    item: {
      id: "x1",
      channel_type: "messaging",
      channel_member_ids: ["ana", "bo"],
      user: "bo",
      text: "hej",
      created_at: at(30),
    },
  },
  reaction("k1", "like", "ana", 21),
  reaction("k1", "like", "bo", 22),
  reaction("k1", "star", "ana", 23, { score: 5 }),
  reaction("k2", "like", "cy", 24, { note: "indeed" }),
  reaction("a1", "like", "dee", 24),
];

function user(id: string, fields: CheckedItem["item"]): CheckedItem {
  return { type: "user", item: { id, created_at: at(0), ...fields } };
}

function channel(id: string, fields: CheckedItem["item"]): CheckedItem {
  return {
    type: "channel",
    item: { type: "messaging", id, created_by: "ana", created_at: at(0), ...fields },
  };
}

function member(channel_id: string, user_id: string, fields: CheckedItem["item"]): CheckedItem {
  const item = { channel_type: "messaging", channel_id, user_id, created_at: at(0) };
  return { type: "member", item: { ...item, ...fields } };
}

function message(id: string, minute: number, fields: CheckedItem["item"]): CheckedItem {
  const item = { id, channel_type: "messaging", channel_id: "kitchen", user: "ana", text: "hm" };
  return { type: "message", item: { ...item, created_at: at(minute), ...fields } };
}

function reaction(
  message_id: string,
  type: string,
  user_id: string,
  minute: number,
  fields: CheckedItem["item"] = {},
): CheckedItem {
  return {
    type: "reaction",
    item: { message_id, type, user_id, created_at: at(minute), ...fields },
  };
}
