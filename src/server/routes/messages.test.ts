import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../contract/house-items.ts";
import { type Json, type ReadServer, readServer } from "../contract/read-server.ts";

let server: ReadServer;
beforeAll(async () => {
  server = await readServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const ids = (items: Json) => items.map(({ id }: Json) => id);

describe("GET /messages/{id}", () => {
  test("shows a message with its channel and all that belongs to it", async () => {
    const { message } = await server.ask("GET", "/messages/k1", { query: { user_id: "bo" } });
    expect(message).toMatchObject({
      id: "k1",
      cid: "messaging:kitchen",
      type: "regular",
      text: "Who took the soup?",
      html: "",
      user: { id: "ana", name: "Ana" },
      attachments: [{ type: "image", image_url: "https://example.com/soup.png" }],
      mentioned_users: [{ id: "bo" }],
      reaction_counts: { like: 2, star: 1 },
      reaction_scores: { like: 2, star: 5 },
      reaction_groups: {
        like: { count: 2, sum_scores: 2, first_reaction_at: at(21), last_reaction_at: at(22) },
        star: { count: 1, sum_scores: 5, first_reaction_at: at(23), last_reaction_at: at(23) },
      },
      show_in_channel: false,
      reply_count: 3,
      pinned: false,
      created_at: at(1),
      updated_at: at(1),
      channel: { cid: "messaging:kitchen", topic: "food", created_by: { id: "ana" } },
    });
    const reactions = (list: Json) => list.map(({ type, user }: Json) => `${type} ${user.id}`);
    expect(reactions(message.latest_reactions)).toEqual(["star ana", "like bo", "like ana"]);
    expect(reactions(message.own_reactions)).toEqual(["like bo"]);
    expect(ids(message.thread_participants)).toEqual(["bo", "cy"]);
    for (const field of ["mentioned_users_ids", "channel_type", "channel_id", "pinned_by_id"]) {
      expect(message).not.toHaveProperty(field);
    }
  });

  test("shows what it quotes, one level, and pins", async () => {
    const { message } = await server.ask("GET", "/messages/k2");
    expect(message).toMatchObject({
      updated_at: at(3),
      quoted_message_id: "k1",
      quoted_message: { id: "k1", user: { id: "ana" }, reaction_counts: { like: 2, star: 1 } },
    });
    const pinned = await server.ask("GET", "/messages/k3");
    expect(pinned.message).toMatchObject({
      pinned: true,
      pinned_at: at(20),
      pinned_by: { id: "ana" },
    });
    const ours = await server.ask("GET", "/messages/k7");
    expect(ours.message).toMatchObject({
      latest: "ours",
      silent: false,
      custom: { silent: "ours" },
    });
    expect(ours.message.quoted_message.text).toBe("for Bo");
  });

  test("finds a deleted message only where it is asked for", async () => {
    expect(await server.ask("GET", "/messages/k4", {}, 404)).toMatchObject({ code: 16 });
    const asked = { query: { show_deleted_message: "true" } };
    const { message } = await server.ask("GET", "/messages/k4", asked);
    expect(message).toMatchObject({ type: "deleted", text: "a secret", deleted_at: at(5) });
    const seen = await server.ask("GET", "/messages/k4", { ...asked, ...(await server.as("cy")) });
    expect(seen.message).toMatchObject({ type: "deleted", text: "" });
    expect(seen.message).not.toHaveProperty("nonsense");
  });

  test("answers a user token for what it may not see as for what is not there", async () => {
    const cy = await server.as("cy");
    await server.ask("GET", "/messages/k1", cy);
    for (const id of ["a1", "a2", "k6", "nothing"]) {
      const error = await server.ask("GET", `/messages/${id}`, cy, 404);
      expect(error.message).toContain(`There is no message ${id}.`);
    }
    const { message } = await server.ask("GET", "/messages/k7", cy);
    expect(message.quoted_message_id).toBe("k6");
    expect(message).not.toHaveProperty("quoted_message");
  });
});

test("messages are found by ids of any letters", async () => {
  const odd = ["a/b", "a b?c=d&e", "ünï-🦀", "100%", "..", "a%2Fb"];
  await using server = await readServer(
    odd.map((id) => ({
      type: "message" as const,
      item: { id, channel_type: "messaging", channel_id: "kitchen", user: "ana", text: "hm" },
    })),
  );
  for (const id of odd.filter((id) => id !== "..")) {
    const { message } = await server.ask("GET", `/messages/${encodeURIComponent(id)}`);
    expect(message.id).toBe(id);
  }
  const query = { ids: odd.join() };
  const all = await server.ask("GET", "/channels/messaging/kitchen/messages", { query });
  expect(ids(all.messages)).toEqual(odd);
  for (const path of ["/messages/%", "/messages/%FF%FE", "/messages/a%00b"]) {
    expect(await server.ask("GET", path, {}, 404)).toMatchObject({ code: 16 });
  }
});

describe("GET /channels/{type}/{id}/messages", () => {
  const path = "/channels/messaging/kitchen/messages";

  test("gives messages of the channel in the order asked for", async () => {
    const query = { ids: "k2,r1,nothing,a1,k1,k2" };
    const { messages } = await server.ask("GET", path, { query });
    expect(ids(messages)).toEqual(["k2", "r1", "k1"]);
    const seen = await server.ask("GET", path, {
      query: { ids: "k6,k5" },
      ...(await server.as("cy")),
    });
    expect(ids(seen.messages)).toEqual(["k5"]);
  });

  test("gives a page of messages alone, the newest or from any place on, oldest first", async () => {
    const page = async (query: Record<string, string>) =>
      ids((await server.ask("GET", path, { query })).messages);
    const all = await page({});
    expect(all[0]).toBe("k1");
    expect(await page({ limit: "2" })).toEqual(all.slice(-2));
    expect(await page({ limit: "2", id_gt: all[0] })).toEqual(all.slice(1, 3));
    expect(await page({ limit: "2", id_lt: all[3] })).toEqual(all.slice(1, 3));
    expect(await page({ limit: "3", id_around: all[2] })).toEqual(all.slice(1, 4));
    expect(await page({ limit: "2", created_at_around: "2000-01-01T00:00:00Z" })).toContain("k1");
    const seen = await server.ask("GET", path, await server.as("cy"));
    expect(ids(seen.messages)).not.toContain("k6");
  });

  test("refuses a place beside ids, too many, and a channel that is not there or not one's own", async () => {
    await server.ask("GET", path, { query: { ids: "k1", id_gt: "k1" } }, 400);
    await server.ask("GET", path, { query: { id_gt: "nothing" } }, 404);
    await server.ask("GET", path, { query: { ids: "," } }, 400);
    await server.ask("GET", path, { query: { ids: Array(101).fill("k1").join() } }, 400);
    const query = { ids: "k1" };
    const none = await server.ask("GET", "/channels/messaging/cellar/messages", { query }, 404);
    expect(none).toMatchObject({ code: 16 });
    await server.ask("GET", path, { query: { ids: "k1" }, ...(await server.as("dee")) }, 404);
  });
});

describe("GET /messages/{id}/replies", () => {
  const replies = async (query: Record<string, string>) =>
    ids((await server.ask("GET", "/messages/k1/replies", { query })).messages);

  test("gives replies oldest first, from a place on", async () => {
    expect(await replies({})).toEqual(["r1", "r2", "r3", "r4"]);
    expect(await replies({ limit: "2" })).toEqual(["r1", "r2"]);
    expect(await replies({ limit: "2", id_gt: "r1" })).toEqual(["r2", "r3"]);
    expect(await replies({ limit: "2", id_gte: "r1" })).toEqual(["r1", "r2"]);
    expect(await replies({ limit: "2", id_lt: "r4" })).toEqual(["r2", "r3"]);
    expect(await replies({ limit: "2", id_lte: "r4" })).toEqual(["r3", "r4"]);
    expect(await replies({ limit: "2", id_gt: "r1", id_lt: "r4" })).toEqual(["r2", "r3"]);
    expect(await replies({ limit: "3", id_around: "r3" })).toEqual(["r2", "r3", "r4"]);
    expect((await server.ask("GET", "/messages/k2/replies")).messages).toEqual([]);
  });

  test("refuses wrong limits and places, and messages that are not there or not for one", async () => {
    for (const limit of ["0", "301", "x", "1.5"]) {
      await server.ask("GET", "/messages/k1/replies", { query: { limit } }, 400);
    }
    await server.ask("GET", "/messages/k1/replies", { query: { id_gt: "k2" } }, 404);
    const none = await server.ask("GET", "/messages/nothing/replies", {}, 404);
    expect(none).toMatchObject({ code: 16 });
    await server.ask("GET", "/messages/a1/replies", await server.as("ana"), 404);
    await server.ask("GET", "/messages/a1/replies", await server.as("dee"));
  });
});

describe("GET /messages/{id}/reactions", () => {
  test("gives reactions newest first, in pages", async () => {
    const { reactions } = await server.ask("GET", "/messages/k1/reactions");
    expect(reactions).toMatchObject([
      { type: "star", user_id: "ana", user: { id: "ana" }, message_id: "k1", score: 5 },
      { type: "like", user_id: "bo", score: 1, created_at: at(22), updated_at: at(22) },
      { type: "like", user_id: "ana" },
    ]);
    const query = { limit: "1", offset: "1" };
    const page = await server.ask("GET", "/messages/k1/reactions", { query });
    expect(page.reactions).toMatchObject([{ user_id: "bo" }]);
    const custom = await server.ask("GET", "/messages/k2/reactions");
    expect(custom.reactions).toMatchObject([{ note: "indeed" }]);
  });

  test("refuses wrong pages, and messages that are not there or not for one", async () => {
    for (const query of [{ limit: "301" }, { offset: "1001" }, { offset: "-1" }]) {
      await server.ask("GET", "/messages/k1/reactions", { query }, 400);
    }
    const none = await server.ask("GET", "/messages/nothing/reactions", {}, 404);
    expect(none).toMatchObject({ code: 16 });
    await server.ask("GET", "/messages/a1/reactions", await server.as("ana"), 404);
  });
});

describe("GET /search", () => {
  const search = async (payload: object, call = {}) =>
    server.askPayload("/search", { filter_conditions: {}, ...payload }, call);
  const found = ({ results }: Json) => results.map(({ message }: Json) => message.id);

  test("finds words in messages of channels, newest first", async () => {
    const all = await search({ query: "soup" });
    expect(found(all).sort()).toEqual(["a1", "k1"]);
    expect(all.results[0].message.channel.cid).toMatch(/^messaging:/);
    const here = { members: { $in: ["cy"] } };
    expect(found(await search({ query: "SOUP took", filter_conditions: here }))).toEqual(["k1"]);
    expect(found(await search({ query: "secret" }))).toEqual([]);
    expect(found(await search({ query: "invited" }))).toEqual([]);
  });

  test("finds by a filter of messages, sorts, and goes on", async () => {
    const ask = (more: object) =>
      search({
        query: "",
        message_filter_conditions: { "user.id": "bo" },
        filter_conditions: { type: "messaging" },
        ...more,
      });
    const sort = [{ field: "created_at" }];
    expect(found(await ask({ sort }))).toEqual(["k2", "k7", "r1", "r3", "x1"]);
    const first = await ask({ sort, limit: 2 });
    const second = await ask({ sort, limit: 2, next: first.next });
    const last = await ask({ sort, limit: 2, next: second.next });
    expect([first, second, last].map(found)).toEqual([["k2", "k7"], ["r1", "r3"], ["x1"]]);
    expect(last).not.toHaveProperty("next");
    expect(found(await ask({ limit: 1, offset: 1 }))).toEqual(["r3"]);
  });

  test("refuses what does not go together, and what is over its limits", async () => {
    const some = { filter_conditions: {}, query: "soup" };
    const wrong = [
      {},
      { query: "soup" },
      { filter_conditions: {} },
      { ...some, message_filter_conditions: { type: "regular" } },
      { ...some, limit: 101 },
      { ...some, offset: 1001 },
      { ...some, offset: 1, sort: [{ field: "id" }] },
      { ...some, next: "x" },
      { ...some, query: "!?" },
      { ...some, filter_conditions: { cid: 5 } },
    ];
    for (const payload of wrong) {
      expect(await server.askPayload("/search", payload, {}, 400)).toMatchObject({ code: 4 });
    }
    const cid = { ...some, filter_conditions: { cid: 5 } };
    expect((await server.askPayload("/search", cid, {}, 400)).message).toContain(
      '"filter_conditions.cid: ',
    );
    const text = { filter_conditions: {}, message_filter_conditions: { text: 5 } };
    expect((await server.askPayload("/search", text, {}, 400)).message).toContain(
      '"message_filter_conditions.text: ',
    );
  });

  test("finds for a user token what it may see", async () => {
    expect(found(await search({ query: "soup" }, await server.as("cy")))).toEqual(["k1"]);
    expect(found(await search({ query: "for bo" }, await server.as("cy")))).toEqual([]);
    expect(found(await search({ query: "for bo" }, await server.as("ana")))).toEqual(["k6"]);
    expect(found(await search({ query: "soup" }, await server.as("nobody")))).toEqual([]);
  });
});

describe("POST /threads", () => {
  const query = (body: object, call = {}) => server.ask("POST", "/threads", { body, ...call });
  const parents = ({ threads }: Json) =>
    threads.map(({ parent_message_id }: Json) => parent_message_id);

  test("gives threads, that with the latest reply first, each with its latest replies", async () => {
    const { threads } = await query({ user_id: "cy" });
    expect(threads.map((thread: Json) => thread.parent_message_id)).toEqual(["k3", "k1"]);
    expect(threads[1]).toMatchObject({
      channel_cid: "messaging:kitchen",
      channel: { topic: "food" },
      parent_message: { id: "k1", reply_count: 3 },
      created_by_user_id: "ana",
      created_by: { name: "Ana" },
      reply_count: 3,
      participant_count: 2,
      thread_participants: [{ user_id: "bo" }, { user_id: "cy", user: { id: "cy" } }],
      last_message_at: at(13),
      latest_replies: [{ id: "r2" }, { id: "r3" }],
    });
    const one = await query({ user_id: "cy", reply_limit: 1 });
    expect(ids(one.threads[1].latest_replies)).toEqual(["r3"]);
  });

  test("filters, sorts, and goes on", async () => {
    const filter = { channel_cid: { $in: ["messaging:kitchen", "messaging:attic"] } };
    const sort = [{ field: "parent_message_id" }];
    expect(parents(await query({ filter, sort }))).toEqual(["a1", "k1", "k3"]);
    const first = await query({ filter, sort, limit: 2 });
    expect(parents(await query({ filter, sort, limit: 2, next: first.next }))).toEqual(["k3"]);
    await server.ask("POST", "/threads", { body: { limit: 101 } }, 400);
    await server.ask("POST", "/threads", { body: { reply_limit: 11 } }, 400);
    await server.ask("POST", "/threads", { body: { filter: { nowhere: { $gt: null } } } }, 400);
  });

  test("shows a user token its own", async () => {
    expect(parents(await query({}, await server.as("cy")))).toEqual(["k3", "k1"]);
    expect(parents(await query({}, await server.as("dee")))).toEqual(["a1"]);
    await server.ask(
      "POST",
      "/threads",
      { body: { user_id: "ana" }, ...(await server.as("dee")) },
      403,
    );
  });
});
