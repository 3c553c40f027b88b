import { itemKey } from "../../format/index.ts";
import type { Fault, FaultContext, FaultyElement, ItemFields } from "./fault.ts";
import { everyLeaf } from "./hosts.ts";

/** Faults that show only beside the other items. */
export const referenceFaults = {
  duplicate_item: {
    hosts: everyLeaf,
    plant: (_item, type, { previous }) =>
      previous && itemKey(type, previous) !== undefined ? { item: previous } : undefined,
  },
  user_not_found: {
    hosts: {
      user: "any",
      device: "any",
      future_channel_ban: "leaf",
      channel: "any",
      member: "leaf",
      message: "any",
      reaction: "leaf",
    },
    plant: (item, type, { random, number }) => {
      const nobody = `nobody-${number}`;
      const lists = {
        user: ["user_mutes", "blocked_user_ids"],
        channel: ["banned_users"],
        message: ["mentioned_users_ids", "restricted_visibility"],
      };
      const fields = {
        device: "user_id",
        future_channel_ban: "target_id",
        channel: "created_by",
        member: "user_id",
        message: "user",
        reaction: "user_id",
      };
      if (type === "user" || ((type === "channel" || type === "message") && random.chance(0.5))) {
        const list = random.pick(lists[type]);
        return { item: { ...item, [list]: [nobody] }, pointer: `/${list}/0` };
      }
      return named(item, fields[type], nobody);
    },
  },
  channel_not_found: {
    hosts: { user: "any", member: "leaf", message: "leaf" },
    plant: (item, type, { number }) => {
      if (type === "user") {
        const channel_mutes = [`messaging:nowhere-${number}`];
        return { item: { ...item, channel_mutes }, pointer: "/channel_mutes/0" };
      }
      const { channel_member_ids: _, ...rest } = item;
      return named(rest, "channel_id", `nowhere-${number}`);
    },
  },
  message_not_found: {
    hosts: { message: "leaf", reaction: "leaf" },
    plant: (item, type, { random, number }) => {
      const field =
        type === "reaction" ? "message_id" : random.pick(["parent_id", "quoted_message_id"]);
      return named(item, field, `gone-${number}`);
    },
  },
  members_not_found: {
    hosts: { channel: "leaf" },
    plant: (item, _type, { world, channel }) => {
      const { id: _, ...rest } = item;
      // A type that no other channel known by its members has.
      const member_ids = [world.activeUser(channel), world.activeUser(channel + 1)];
      return { item: { ...rest, type: "gaming", member_ids }, pointer: "/member_ids" };
    },
  },
  parent_is_reply: {
    hosts: { message: "leaf" },
    plant: (item, _type, context) =>
      repliesTo(item, context.history.reply(context.channel), context),
  },
  parent_in_other_channel: {
    hosts: { message: "leaf" },
    plant: (item, _type, context) =>
      repliesTo(item, context.history.rootElsewhere(context.channel), context),
  },
  reply_before_parent: {
    hosts: { message: "leaf" },
    plant: (item, _type, context) => {
      const parent = context.history.root(context.channel, context.random);
      const reply = repliesTo(item, parent, context);
      const created_at = "2010-01-01T00:00:00Z";
      return reply && { ...reply, item: { ...reply.item, created_at } };
    },
  },
  reaction_on_deleted_message: {
    hosts: { reaction: "leaf" },
    plant: (item, _type, { world, history, number }) => {
      if (history.deleted === undefined) return;
      const message_id = world.messageId(history.deleted);
      return { item: { ...item, message_id, type: `late-${number}` }, pointer: "/message_id" };
    },
  },
  author_not_member: {
    hosts: { message: "leaf" },
    plant: (item, _type, { world }) => named(item, "user", world.userId(world.outsider)),
  },
} as const satisfies Record<string, Fault>;

function named(item: ItemFields, field: string, target: string): FaultyElement {
  return { item: { ...item, [field]: target }, pointer: `/${field}` };
}

function repliesTo(
  item: ItemFields,
  parent: number | undefined,
  { world }: FaultContext,
): FaultyElement | undefined {
  if (parent === undefined) return;
  return named(item, "parent_id", world.messageId(parent));
}
