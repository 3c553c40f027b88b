import type { CheckedItem } from "../../format/index.ts";

const time = (minute: number) =>
  `2024-05-01T${String(10 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00.000000Z`;

/** Values of custom data, of every kind, some equal and some alike. */
export const customValues: readonly unknown[] = [
  "red",
  "Red wine",
  "rédi",
  "5",
  "",
  "𝒳 after ｚ",
  "[1]",
  5,
  5.5,
  -1,
  0,
  1,
  true,
  false,
  null,
  ["red", 5, true],
  [],
  { city: "Ulm", zip: 5 },
];

/** A name that is SQL, JSON path and JSON at once. */
export const oddName = `x"]; drop table users; --'\\$.a`;

/** A community in which every field that queries know is set somewhere, and somewhere not. */
export const queryItems: readonly CheckedItem[] = [
  ...range(36).map((i) =>
    item("user", {
      id: `u${i}`,
      role: ["user", "admin", "guest"][i % 3],
      invisible: i % 4 === 0,
      created_at: time(i % 7),
      ...(i % 2 && { updated_at: time(i) }),
      ...(i % 5 === 0 && { language: "de" }),
      ...(i % 3 && { teams: ["red", "blue", "green"].slice(i % 4) }),
      ...(i % 6 === 0 && { deactivated_at: time(i) }),
      ...(i % 4 && { name: ["Ana Lund", "ana", "Bo Ek", "Ångström"][i % 4] }),
      ...(i % 19 !== 0 && { thing: customValues[i % customValues.length] }),
      ...(i % 3 === 0 && { address: { city: ["Ulm", "Köln"][i % 2], zip: i } }),
      ...(i % 5 === 1 && { [oddName]: i }),
    }),
  ),
  ...range(9).map((i) =>
    item("channel", {
      type: i % 2 ? "team" : "messaging",
      id: `c${i}`,
      created_by: `u${i % 3}`,
      frozen: i % 3 === 0,
      created_at: time(i % 4),
      ...(i % 3 && { team: ["red", "blue"][i % 2] }),
      ...(i % 2 && { updated_at: time(i) }),
      ...(i % 4 === 0 && { banned_users: ["u1", "u2"] }),
      ...(i % 2 && { thing: customValues[i] }),
    }),
  ),
  ...range(9).flatMap((i) =>
    range(i).map((k) =>
      item("member", {
        channel_type: i % 2 ? "team" : "messaging",
        channel_id: `c${i}`,
        user_id: `u${(i + k) % 36}`,
        channel_role: k % 2 ? "channel_member" : "channel_moderator",
        created_at: time(k % 3),
        invited: k % 3 === 0,
        ...(k % 2 && { last_read: time(k) }),
        ...(k === 3 && { invite_accepted_at: time(5) }),
        ...(k === 6 && { invite_rejected_at: time(6) }),
        ...(k === 2 && { hide_channel: true }),
        ...(k === 4 && { archived_at: time(4) }),
        ...(k % 2 && { thing: customValues[(i + k) % customValues.length] }),
      }),
    ),
  ),
  ...range(60).map((i) => {
    const channel = 1 + (i % 5);
    return item("message", {
      id: `m${i}`,
      channel_type: channel % 2 ? "team" : "messaging",
      channel_id: `c${channel}`,
      user: `u${i % 4}`,
      text: ["Red wine and tea", "red", "Nothing rédder", "東京の雨", ""][
        i % 5 === 0 ? i % 4 : i % 5
      ],
      created_at: time(i % 20),
      ...(i % 9 === 0 && { type: "deleted", deleted_at: time(60) }),
      ...(i % 11 === 1 && { type: "system" }),
      ...(i > 20 && i % 4 === 0 && { parent_id: `m${i % 3}`, show_in_channel: i % 8 === 0 }),
      ...(i % 3 === 0 && { mentioned_users_ids: ["u1", `u${i % 5}`] }),
      ...(i % 6 === 0 && { attachments: [{ type: "image" }, { type: i % 4 ? "file" : "video" }] }),
      ...(i % 7 === 0 && { pinned_at: time(30), pinned_by_id: "u1" }),
      ...(i % 14 === 0 && { pin_expires: time(40) }),
      ...(i % 2 && { thing: customValues[i % customValues.length] }),
    });
  }),
  ...range(12).map((i) =>
    item("reaction", {
      message_id: "m1",
      type: ["like", "love"][i % 2],
      user_id: `u${i}`,
      created_at: time(i % 5),
      ...(i % 3 && { thing: customValues[i] }),
    }),
  ),
  ...range(8).map((i) =>
    item("device", {
      id: `d${i}`,
      user_id: `u${i % 3}`,
      push_provider_type: i % 2 ? "apn" : "firebase",
      created_at: time(i % 3),
      ...(i % 3 && { disabled: i % 2 === 0 }),
    }),
  ),
  ...range(6).map((i) =>
    item("future_channel_ban", {
      created_by: `u${i % 2}`,
      target_id: `u${i + 3}`,
      created_at: time(i % 3),
      ...(i % 3 && { reason: "spam" }),
      shadow: i % 2 === 0,
    }),
  ),
];

function item(type: CheckedItem["type"], fields: CheckedItem["item"]): CheckedItem {
  return { type, item: fields };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
