import type { CheckedItem } from "../../format/index.ts";

const at = (minute: number) => `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;

/** A small history with an item of each type. Messages m1 to m9 stand in `messaging:hall`, one a minute; r1 and r2 reply to m1, r2 in the channel too; m9 is deleted. Ana has read up to m3, bo never. */
export const sampleItems: readonly CheckedItem[] = [
  { type: "user", item: { id: "ana", role: "admin", created_at: at(0), shoe_size: 39 } },
  { type: "user", item: { id: "bo", created_at: at(0) } },
  {
    type: "device",
    item: { id: "d1", user_id: "ana", push_provider_type: "apn", created_at: at(0) },
  },
  {
    type: "future_channel_ban",
    item: { created_by: "ana", target_id: "bo", created_at: at(0) },
  },
  {
    type: "channel",
    item: { type: "messaging", id: "hall", created_by: "ana", created_at: at(0) },
  },
  {
    type: "channel",
    item: {
      type: "messaging",
      member_ids: ["bo", "ana"],
      created_by: "ana",
      created_at: at(0),
    },
  },
  member({ channel_id: "hall", user_id: "ana", last_read: at(3) }),
  member({ channel_id: "hall", user_id: "bo" }),
  member({ channel_member_ids: ["ana", "bo"], user_id: "ana", last_read: at(0) }),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((minute) =>
    message({ id: `m${minute}`, channel_id: "hall", created_at: at(minute) }),
  ),
  message({
    id: "m9",
    channel_id: "hall",
    created_at: at(9),
    type: "deleted",
    deleted_at: at(10),
  }),
  message({ id: "r1", channel_id: "hall", created_at: at(11), type: "reply", parent_id: "m1" }),
  message({
    id: "r2",
    channel_id: "hall",
    created_at: at(12),
    type: "reply",
    parent_id: "m1",
    show_in_channel: true,
  }),
  message({ id: "x1", channel_member_ids: ["ana", "bo"], created_at: at(1) }),
  ...["ana", "bo"].map((user_id): CheckedItem => ({
    type: "reaction",
    item: { message_id: "m1", type: "like", user_id, created_at: at(20) },
  })),
];

function member(fields: CheckedItem["item"]): CheckedItem {
  return { type: "member", item: { channel_type: "messaging", created_at: at(0), ...fields } };
}

function message(fields: CheckedItem["item"]): CheckedItem {
  return {
    type: "message",
    item: { channel_type: "messaging", user: "bo", text: "hej", ...fields },
  };
}
