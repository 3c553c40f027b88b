import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { distinctChannelId } from "../../format/index.ts";
import { at } from "../contract/house-items.ts";
import { type Json, type ReadServer, readServer } from "../contract/read-server.ts";

let server: ReadServer;
beforeAll(async () => {
  server = await readServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const kitchen = "messaging:kitchen";
const distinct = `messaging:${distinctChannelId(["ana", "bo"])}`;
const ids = (items: Json) => items.map(({ id }: Json) => id);
const users = (members: Json) => members.map(({ user_id }: Json) => user_id);
const cids = ({ channels }: Json) => channels.map(({ channel }: Json) => channel.cid);

describe("POST /channels", () => {
  const query = (body: object, call = {}) => server.ask("POST", "/channels", { body, ...call });

  test("gives 10 channels, that with the latest message first, with 25 messages and their members", async () => {
    const { channels } = await query({ filter_conditions: { type: "team" } });
    expect(channels).toHaveLength(10);
    const times = channels.map(
      ({ channel }: Json) => channel.last_message_at ?? channel.created_at,
    );
    expect(times).toEqual(times.toSorted().reverse());
    const lively = channels.find(({ channel }: Json) => channel.message_count > 25);
    expect(lively.messages).toHaveLength(25);
    const sent = lively.messages.map(({ created_at }: Json) => created_at);
    expect(sent).toEqual(sent.toSorted());
    expect(sent.at(-1)).toBe(lively.channel.last_message_at);
    expect(lively.members).toHaveLength(lively.channel.member_count);
  });

  test("keeps to limits, offsets, filters and sorts", async () => {
    const sort = [{ field: "cid", direction: -1 }];
    const all = cids(await query({ filter_conditions: {}, sort, limit: 30 }));
    expect(all).toHaveLength(19);
    expect(cids(await query({ sort, limit: 2, offset: 3 }))).toEqual(all.slice(3, 5));
    expect(cids(await query({ filter_conditions: { members: { $in: ["cy"] } } }))).toEqual([
      kitchen,
    ]);
    expect(cids(await query({ filter_conditions: { topic: "food" } }))).toEqual([kitchen]);
    const few = await query({
      filter_conditions: { cid: kitchen },
      message_limit: 2,
      member_limit: 1,
    });
    expect(ids(few.channels[0].messages)).toEqual(["k7", "r3"]);
    expect(users(few.channels[0].members)).toEqual(["ana"]);
    const bare = await query({
      filter_conditions: { cid: kitchen },
      message_limit: 0,
      member_limit: 0,
    });
    expect(bare.channels[0]).toMatchObject({ messages: [], members: [] });
    const stateless = await query({ filter_conditions: { cid: kitchen }, state: false });
    expect(stateless.channels).toMatchObject([
      { messages: [], members: [], read: [], pinned_messages: [] },
    ]);
    expect(stateless.channels[0].channel.cid).toBe(kitchen);
  });

  test("goes on behind a page, as lists of members do", async () => {
    const all = await server.ask("POST", "/channels", { body: { limit: 4 } });
    const first = await server.ask("POST", "/channels", { body: { limit: 2 } });
    const body = { limit: 2, next: first.next };
    const second = await server.ask("POST", "/channels", { body });
    const cids = ({ channels }: Json) => channels.map(({ channel }: Json) => channel.cid);
    expect([...cids(first), ...cids(second)]).toEqual(cids(all));
    const kitchen = { type: "messaging", id: "kitchen", limit: 2 };
    const some = await server.askPayload("/members", kitchen);
    const rest = await server.askPayload("/members", { ...kitchen, next: some.next });
    const names = [...some.members, ...rest.members].map(({ user_id }: Json) => user_id);
    expect(names).toEqual(["ana", "bo", "cy"]);
  });

  test("shows a channel with all that belongs to it", async () => {
    const { channels } = await query({ filter_conditions: { cid: kitchen }, user_id: "ana" });
    const [{ channel, messages, members, read, pinned_messages, membership, ...rest }] = channels;
    expect(channel).toMatchObject({
      id: "kitchen",
      type: "messaging",
      cid: kitchen,
      topic: "food",
      frozen: false,
      disabled: false,
      member_count: 3,
      message_count: 7,
      created_by: { id: "ana", name: "Ana" },
      created_at: at(0),
      updated_at: at(0),
      last_message_at: at(13),
      config: { name: "messaging", max_message_length: 20_000, commands: [] },
      hidden: false,
      muted: false,
      custom: { config: "ours", hidden: "ours" },
    });
    expect(channel).not.toHaveProperty("banned_users");
    expect(ids(messages)).toEqual(["k1", "k2", "k3", "k4", "k5", "k6", "k7", "r3"]);
    expect(ids(pinned_messages)).toEqual(["k3"]);
    expect(members).toMatchObject([
      {
        user_id: "ana",
        role: "owner",
        is_moderator: true,
        status: "member",
        banned: false,
        archived_at: at(9),
      },
      {
        user_id: "bo",
        role: "member",
        status: "accepted",
        banned: true,
        invite_accepted_at: at(2),
      },
      {
        user_id: "cy",
        role: "member",
        status: "pending",
        banned: true,
        invited: true,
        nickname: "cyan",
      },
    ]);
    expect(members[1].user).toMatchObject({ id: "bo", name: "Bo" });
    expect(members[1].user).not.toHaveProperty("invisible");
    expect(members[1]).not.toHaveProperty("hide_channel");
    expect(read.map(({ user, ...read }: Json) => ({ user: user.id, ...read }))).toEqual([
      { user: "ana", last_read: at(3), last_read_message_id: "k3", unread_messages: 4 },
      { user: "bo", last_read: at(1), last_read_message_id: "k1", unread_messages: 6 },
    ]);
    expect(membership).toMatchObject({ user_id: "ana" });
    expect(rest).toEqual({ hidden: false, threads: [], pending_messages: [], watcher_count: 0 });
  });

  test("leaves channels out that the user has hidden, unless they are asked for", async () => {
    const mine = { members: { $in: ["bo"] } };
    expect(cids(await query({ filter_conditions: mine, user_id: "bo" }))).toEqual([distinct]);
    const hidden = await query({ filter_conditions: { ...mine, hidden: true }, user_id: "bo" });
    expect(cids(hidden)).toEqual([kitchen]);
    expect(hidden.channels[0]).toMatchObject({
      hidden: true,
      channel: { hidden: true, muted: true },
    });
    const nobody = await query({ filter_conditions: { cid: kitchen } });
    expect(nobody.channels[0].channel).not.toHaveProperty("muted");
    await server.ask("POST", "/channels", { body: { filter_conditions: { hidden: true } } }, 400);
  });

  test("refuses a filter that is nested without end", async () => {
    const levels = 3000;
    const filter = `${'{"$and":['.repeat(levels)}{}${"]}".repeat(levels)}`;
    const body = `{"filter_conditions":${filter}}`;
    const { message } = await server.ask("POST", "/channels", { body }, 400);
    expect(message).toContain("levels deep");
  });

  test("refuses what is over its limits or not known here", async () => {
    const wrong: [object, string][] = [
      [{ limit: 31 }, "`limit`"],
      [{ offset: 1001 }, "`offset`"],
      [{ message_limit: 301 }, "`message_limit`"],
      [{ member_limit: 101 }, "`member_limit`"],
      [{ filter_conditions: "x" }, "`filter_conditions` in the body takes an object"],
      [{ predefined_filter: "mine" }, "`predefined_filter` in the body is not known here"],
    ];
    for (const [body, sentence] of wrong) {
      const error = await server.ask("POST", "/channels", { body }, 400);
      expect(error.message).toContain(sentence);
    }
  });

  test("shows a user token the channels that it is a member of", async () => {
    const cy = await server.as("cy");
    expect(cids(await query({ limit: 30 }, cy))).toEqual([kitchen]);
    expect(cids(await query({ filter_conditions: { cid: "messaging:attic" } }, cy))).toEqual([]);
    await server.ask("POST", "/channels", { body: { user_id: "ana" }, ...cy }, 403);
    const { channels } = await query({}, cy);
    expect(ids(channels[0].messages)).toEqual(["k1", "k2", "k3", "k4", "k5", "k7", "r3"]);
    expect(channels[0].members[0]).not.toHaveProperty("archived_at");
    expect(channels[0].messages[3]).toMatchObject({
      id: "k4",
      type: "deleted",
      text: "",
      attachments: [],
    });
    expect(JSON.stringify(channels)).not.toMatch(/secret|nonsense|for Bo/);
  });
});

describe("POST /channels/{type}/{id}/query", () => {
  const query = (body: object, call = {}, path = "/channels/messaging/kitchen/query") =>
    server.ask("POST", path, { body, ...call });

  test("gives the channel at top level, with its newest messages, oldest first", async () => {
    const state = await query({
      state: true,
      messages: { limit: 3 },
      members: { limit: 1, offset: 1 },
    });
    expect(state.channel.cid).toBe(kitchen);
    expect(ids(state.messages)).toEqual(["k6", "k7", "r3"]);
    expect(users(state.members)).toEqual(["bo"]);
    expect(state.read).toHaveLength(2);
    expect(ids(state.pinned_messages)).toEqual(["k3"]);
  });

  test("goes on from a message or a time", async () => {
    const page = async (messages: object) =>
      ids((await query({ messages: { limit: 2, ...messages } })).messages);
    expect(await page({ id_lt: "k4" })).toEqual(["k2", "k3"]);
    expect(await page({ id_lte: "k4" })).toEqual(["k3", "k4"]);
    expect(await page({ id_gt: "k4" })).toEqual(["k5", "k6"]);
    expect(await page({ id_gte: "k4" })).toEqual(["k4", "k5"]);
    expect(await page({ id_around: "k4", limit: 3 })).toEqual(["k3", "k4", "k5"]);
    expect(await page({ created_at_before: at(3) })).toEqual(["k1", "k2"]);
    expect(await page({ created_at_before_or_equal: at(3) })).toEqual(["k2", "k3"]);
    expect(await page({ created_at_after: at(3) })).toEqual(["k4", "k5"]);
    expect(await page({ created_at_after_or_equal: at(3) })).toEqual(["k3", "k4"]);
    expect(await page({ created_at_around: at(3), limit: 3 })).toEqual(["k2", "k3", "k4"]);
    const path = "/channels/messaging/kitchen/query";
    const missing = await server.ask("POST", path, { body: { messages: { id_lt: "a1" } } }, 404);
    expect(missing).toMatchObject({
      code: 16,
      message: expect.stringContaining("message a1") as string,
    });
    await server.ask("POST", path, { body: { messages: { created_at_before: "noon" } } }, 400);
    await server.ask("POST", path, { body: { messages: { limit: 301 } } }, 400);
  });

  test("creates none: what is not there is not found", async () => {
    const path = "/channels/messaging/cellar/query";
    const body = { data: { created_by_id: "ana", members: ["ana"] }, state: true };
    const error = await server.ask("POST", path, { body }, 404);
    expect(error).toMatchObject({ code: 16, StatusCode: 404 });
    expect(error.message).toContain("There is no channel messaging:cellar.");
    await server.ask("POST", path, { body }, 404);
  });

  test("finds the channel that is known by its members", async () => {
    const path = "/channels/messaging/query";
    const found = await query({ data: { members: ["bo", "ana"] } }, {}, path);
    expect(found.channel.cid).toBe(distinct);
    const again = await query(
      { data: { members: [{ user_id: "ana" }, { user_id: "bo" }] } },
      {},
      path,
    );
    expect(ids(again.messages)).toEqual(["x1"]);
    await server.ask("POST", path, { body: { data: { members: ["ana", "cy"] } } }, 404);
    await server.ask("POST", path, { body: { data: { members: [] } } }, 400);
    await server.ask("POST", path, { body: {} }, 400);
  });

  test("answers a user token for the channel of others as for none", async () => {
    const call = { body: {}, ...(await server.as("ana")) };
    expect((await server.ask("POST", "/channels/messaging/kitchen/query", call)).channel.id).toBe(
      "kitchen",
    );
    const other = await server.ask("POST", "/channels/messaging/attic/query", call, 404);
    const none = await server.ask("POST", "/channels/messaging/cellar/query", call, 404);
    expect(sameBut(other, "attic")).toEqual(sameBut(none, "cellar"));
  });

  const sameBut = ({ message, ...error }: Json, word: string) => ({
    ...error,
    message: message.replaceAll(word, "…"),
    duration: "",
  });
});

describe("GET /members", () => {
  const query = async (payload: object) =>
    users(
      (await server.askPayload("/members", { type: "messaging", id: "kitchen", ...payload }))
        .members,
    );

  test("lists members as they joined, filtered, sorted, and from a place on", async () => {
    expect(await query({})).toEqual(["ana", "bo", "cy"]);
    expect(await query({ limit: 1, offset: 1 })).toEqual(["bo"]);
    expect(await query({ sort: [{ field: "user_id", direction: -1 }] })).toEqual([
      "cy",
      "bo",
      "ana",
    ]);
    expect(await query({ filter_conditions: { name: { $autocomplete: "b" } } })).toEqual(["bo"]);
    expect(await query({ filter_conditions: { banned: true, invite: "pending" } })).toEqual(["cy"]);
    expect(await query({ user_id_gt: "ana", limit: 1 })).toEqual(["bo"]);
    expect(await query({ user_id_gte: "bo" })).toEqual(["bo", "cy"]);
    expect(await query({ user_id_lt: "cy", limit: 1 })).toEqual(["bo"]);
    expect(await query({ user_id_lte: "bo" })).toEqual(["bo", "ana"]);
    expect(await query({ created_at_after: at(0) })).toEqual([]);
    expect(await query({ created_at_before_or_equal: at(0), limit: 2 })).toEqual(["cy", "bo"]);
    expect(await query({ id: null, members: [{ user_id: "bo" }, { user_id: "ana" }] })).toEqual([
      "ana",
      "bo",
    ]);
  });

  test("refuses what is not one channel, and what is over its limits", async () => {
    const type = "messaging";
    const wrong = [
      {},
      { type },
      { type, id: "kitchen", members: [{ user_id: "ana" }] },
      { type, id: "kitchen", limit: 101 },
      { type, id: "kitchen", offset: 1001 },
      { type, id: "kitchen", created_at_after: "noon" },
      { type, id: "kitchen", filter_conditions: { shoe: 5, $or: 1 } },
    ];
    for (const payload of wrong) await server.askPayload("/members", payload, {}, 400);
    const noon = {
      type,
      id: "kitchen",
      filter_conditions: { created_at: "noon" },
      user_id_gt: "a",
    };
    expect((await server.askPayload("/members", noon, {}, 400)).message).toContain(
      '"filter_conditions.created_at: it takes a time.',
    );
    await server.askPayload("/members", { type, id: "cellar" }, {}, 404);
    const dee = await server.as("dee");
    await server.askPayload("/members", { type, id: "kitchen" }, dee, 404);
    const own = await server.askPayload("/members", { type, id: "attic" }, dee);
    expect(users(own.members)).toEqual(["dee"]);
  });
});
