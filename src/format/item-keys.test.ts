import { describe, expect, test } from "vitest";
import { channelOf, cid, itemKey, memberKey, references } from "./item-keys.ts";
import { itemId, itemLabel } from "./item-label.ts";

const hall = { channel_type: "messaging", channel_id: "hall" };
const both = { channel_type: "messaging", channel_member_ids: ["paul", "john"] };
const johnAndPaul = "messaging:!members-NuAPkxMwBmJKW7IG24nc7CcKFGlFNOd72zSDEXICZy4";

describe("a channel is known", () => {
  test("by type and id", () => {
    expect(cid("messaging", "hall", undefined)).toBe("messaging:hall");
    expect(channelOf("message", hall)).toBe("messaging:hall");
  });

  test("by its members, in any order", () => {
    expect(cid("messaging", undefined, ["john", "paul"])).toBe(johnAndPaul);
    expect(channelOf("member", both)).toBe(johnAndPaul);
    expect(cid("messaging", null, ["paul", "john", "paul"])).toBe(johnAndPaul);
  });

  test.for([
    ["without a type", undefined, "hall", undefined],
    ["with a type that is no string", 5, "hall", undefined],
    ["with neither id nor members", "messaging", "", []],
    ["with a member that is none", "messaging", undefined, ["john", 5]],
    ["with an empty member", "messaging", undefined, ["john", ""]],
  ] as const)("not %s", ([, type, id, members]) => {
    expect(cid(type, id, members)).toBeUndefined();
  });
});

describe("an item's key, its id in reports, and its name in sentences", () => {
  test.for([
    ["user", { id: "ana" }, "ana", "ana", 'user "ana"'],
    ["device", { id: "d1" }, "d1", "d1", 'device "d1"'],
    ["message", { id: "m1" }, "m1", "m1", 'message "m1"'],
    ["message", {}, undefined, null, "message without id"],
    [
      "channel",
      { type: "messaging", id: "hall" },
      "messaging:hall",
      "hall",
      'channel "messaging:hall"',
    ],
    [
      "channel",
      { type: "messaging", member_ids: ["paul", "john"] },
      johnAndPaul,
      "messaging:[paul john]",
      'channel "messaging:[paul john]"',
    ],
    [
      "member",
      { ...hall, user_id: "ana" },
      memberKey("messaging:hall", "ana"),
      "messaging:hall/ana",
      'member "ana" of channel "messaging:hall"',
    ],
    [
      "reaction",
      { message_id: "m1", type: "like", user_id: "ana" },
      "m1\0like\0ana",
      "m1/like/ana",
      'reaction "like" by user "ana" on message "m1"',
    ],
    [
      "future_channel_ban",
      { created_by: "ana", target_id: "bo" },
      "ana\0bo",
      "ana/bo",
      'future_channel_ban of user "bo" by user "ana"',
    ],
  ] as const)("%s %j", ([type, item, key, id, label]) => {
    expect(itemKey(type, item)).toBe(key);
    expect(itemId(type, item)).toBe(id);
    expect(itemLabel(type, item)).toBe(label);
  });
});

describe("references", () => {
  const named = (...of: Parameters<typeof references>) =>
    references(...of).map(({ space, role, field, index, target }) => [
      space,
      role,
      field,
      index,
      target,
    ]);

  test("of a message: its channel, users and messages, and the author's membership", () => {
    const message = {
      ...hall,
      user: "ana",
      parent_id: "m1",
      quoted_message_id: "m2",
      mentioned_users_ids: ["bo", "cy"],
      pinned_by_id: "bo",
      restricted_visibility: ["ana"],
    };
    expect(named("message", message)).toEqual([
      ["channel", "plain", "channel_id", -1, "messaging:hall"],
      ["user", "plain", "user", -1, "ana"],
      ["message", "parent", "parent_id", -1, "m1"],
      ["user", "plain", "mentioned_users_ids", 0, "bo"],
      ["user", "plain", "mentioned_users_ids", 1, "cy"],
      ["message", "plain", "quoted_message_id", -1, "m2"],
      ["user", "plain", "pinned_by_id", -1, "bo"],
      ["user", "plain", "restricted_visibility", 0, "ana"],
      ["member", "author", "user", -1, "ana"],
    ]);
  });

  test("of a distinct channel: its creator, and a member item for each member", () => {
    const channel = { type: "messaging", member_ids: ["ana", "bo", "ana"], created_by: "ana" };
    expect(named("channel", channel)).toEqual([
      ["user", "plain", "created_by", -1, "ana"],
      ["member", "listed", "member_ids", 0, "ana"],
      ["member", "listed", "member_ids", 1, "bo"],
    ]);
  });

  test("are not made by fields that hold something else", () => {
    const message = {
      channel_type: 5,
      channel_id: {},
      user: "",
      parent_id: null,
      mentioned_users_ids: "bo",
    };
    expect(named("message", message)).toEqual([]);
  });
});
