import type { Element } from "./community.ts";

const day = (date: string, time: string) => `${date}T${time}:00Z`;
const user = (id: string, more: object): Element => ({ type: "user", item: { id, ...more } });
const member = (user_id: string, last_read: string): Element => ({
  type: "member",
  item: { channel_type: "messaging", channel_id: "kitchen", user_id, last_read },
});
const message = (id: string, by: string, created_at: string, more: object): Element => ({
  type: "message",
  item: {
    id,
    user: by,
    channel_type: "messaging",
    channel_id: "kitchen",
    created_at,
    ...more,
  },
});
const reaction = (message_id: string, type: string, user_id: string): Element => ({
  type: "reaction",
  item: { message_id, type, user_id, created_at: day("2024-05-01", "10:30") },
});

/** A channel in which everything occurs that a conversation can show, and a distinct one.
 *
 * @param url of the server that has a picture at /dashboard/picture.svg */
export function explorerItems(picture: string): Element[] {
  return [
    user("ana", { name: "Ana Cruz", role: "admin", teams: ["red"], address: { city: "Porto" } }),
    user("bo", { name: "בועז", user_mutes: ["cy"], channel_mutes: ["messaging:kitchen"] }),
    user("cy", { name: "Cy 🦀", image: "https://example.com/cy.png" }),
    {
      type: "device",
      item: { id: "d:1", user_id: "ana", push_provider_type: "apn", disabled: true },
    },
    {
      type: "channel",
      item: { type: "messaging", id: "kitchen", created_by: "ana", name: "The kitchen" },
    },
    { type: "channel", item: { type: "messaging", member_ids: ["ana", "bo"], created_by: "ana" } },
    ...["ana", "bo"].map((user_id) => ({
      type: "member",
      item: { channel_type: "messaging", channel_member_ids: ["ana", "bo"], user_id },
    })),
    member("ana", day("2024-05-02", "09:00")),
    member("bo", day("2024-05-01", "10:02")),
    member("cy", day("2024-05-01", "10:02")),
    message("joined", "cy", day("2024-05-01", "09:59"), { type: "system", text: "Cy joined" }),
    message("soup", "ana", day("2024-05-01", "10:00"), { text: "Who took the soup?" }),
    message("mine", "ana", day("2024-05-01", "10:01"), { text: "It was mine 🍲" }),
    message("hebrew", "bo", day("2024-05-01", "10:02"), {
      text: "לא אני",
      quoted_message_id: "soup",
    }),
    message("gone", "cy", day("2024-05-01", "10:03"), {
      type: "deleted",
      text: "a secret",
      deleted_at: day("2024-05-01", "10:04"),
    }),
    message("pinned", "ana", day("2024-05-02", "08:00"), {
      text: "Rules: see https://example.com/rules and javascript:alert(1)",
      pinned_at: day("2024-05-02", "08:01"),
      pinned_by_id: "ana",
      mentioned_users_ids: ["cy"],
    }),
    message("files", "cy", day("2024-05-02", "10:00"), {
      text: "<b>Look</b>",
      attachments: [
        { type: "image", image_url: picture, fallback: "A ferry" },
        { type: "image", image_url: "https://example.com/soup.png", title: "soup.png" },
        { type: "video", asset_url: "https://example.com/soup.mp4" },
        { type: "audio", asset_url: "https://example.com/soup.ogg" },
        {
          type: "file",
          asset_url: "https://example.com/soup.pdf",
          title: "Recipe",
          file_size: 42_000,
        },
        { type: "location", title: "The shop", title_link: "javascript:alert(1)", lat: 41.1 },
      ],
    }),
    message("reply", "bo", day("2024-05-01", "11:00"), {
      type: "reply",
      parent_id: "soup",
      text: "Ask the cat",
    }),
    message("shown", "cy", day("2024-05-01", "11:01"), {
      type: "reply",
      parent_id: "soup",
      show_in_channel: true,
      text: "The cat says no",
    }),
    reaction("soup", "like", "bo"),
    reaction("soup", "like", "cy"),
    reaction("soup", "clap::skin-tone-3", "cy"),
  ];
}
