import type { Fault, ItemFields } from "./fault.ts";

const time = "2024-05-01T10:00:00Z";

/** Faults of several fields of an item that do not go together. */
export const ruleFaults = {
  both_identities: {
    hosts: { channel: "leaf", member: "leaf", message: "leaf" },
    plant: (item, type, { world }) => {
      const [id, members] = identityOf(type);
      if (item[id] === undefined) return;
      const user = item["user_id"] ?? world.activeUser(0);
      return { item: { ...item, [members]: [user] }, pointer: `/${members}` };
    },
  },
  no_identity: {
    hosts: { channel: "leaf", member: "leaf", message: "leaf" },
    plant: (item, type) => {
      const [id, members] = identityOf(type);
      const { [id]: _, [members]: __, ...rest } = item;
      return { item: rest, pointer: `/${id}` };
    },
  },
  not_a_listed_member: {
    hosts: { member: "leaf" },
    // Put into the next channel where that is known by its members, so that no two come from different channels into one.
    plant: (item, _type, { world, channel: number }) => {
      if (number + 1 >= world.activeChannels) return;
      const channel = world.channel(number + 1);
      if (channel.id !== undefined) return;
      const channel_member_ids = world.memberIds(channel);
      if (channel_member_ids.includes(item["user_id"] as string)) return;
      const { channel_id: _, ...rest } = item;
      const other = { ...rest, channel_type: channel.type, channel_member_ids };
      return { item: other, pointer: "/user_id" };
    },
  },
  deleted_at_missing: {
    hosts: { message: "leaf" },
    plant: (item) => ({ item: { ...item, type: "deleted" }, pointer: "/deleted_at" }),
  },
  deleted_at_unexpected: {
    hosts: { message: "leaf" },
    plant: (item) => ({ item: { ...item, deleted_at: time }, pointer: "/deleted_at" }),
  },
  pin_incomplete: {
    hosts: { message: "leaf" },
    plant: (item, _type, { random, world }) => {
      const [field, value] = random.pick([
        ["pinned_at", time],
        ["pinned_by_id", world.activeUser(0)],
        ["pin_expires", time],
      ] as const);
      return { item: { ...item, [field]: value }, pointer: `/${field}` };
    },
  },
  empty_message: {
    hosts: { message: "leaf" },
    plant: (item, _type, { random }) => ({
      item: { ...item, text: random.pick([undefined, "", null]), attachments: [] },
      pointer: "/text",
    }),
  },
  role_not_found: {
    hosts: { user: "any" },
    plant: (item) => ({ item: { ...item, role: "captain" }, pointer: "/role" }),
  },
  channel_type_not_found: {
    hosts: { channel: "leaf" },
    plant: (item) => ({ item: { ...item, type: "forum" }, pointer: "/type" }),
  },
} as const satisfies Record<string, Fault>;

function identityOf(type: string): readonly [keyof ItemFields, keyof ItemFields] {
  return type === "channel" ? ["id", "member_ids"] : ["channel_id", "channel_member_ids"];
}
