import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { community } from "../../../test/community.ts";
import { at } from "../contract/house-items.ts";
import { token } from "../contract/tokens.ts";
import { type Json, type ReadServer, readServer } from "../contract/read-server.ts";

let server: ReadServer;
beforeAll(async () => {
  server = await readServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test("nothing is seen of another app, and what is not there is not found", async () => {
  const { store, control } = server.imports;
  await store.createApp("other", "development");
  const { key, secret } = await control.createKey("other", "script");
  const other = { key, token: await token(secret, { server: true }) };
  const empty: [string, string, object][] = [
    ["GET", "/users", { users: [] }],
    ["POST", "/channels", { channels: [] }],
    ["POST", "/threads", { threads: [] }],
    ["GET", "/query_banned_users", { bans: [] }],
    ["GET", "/query_future_channel_bans", { bans: [] }],
  ];
  for (const [method, path, body] of empty) {
    const call = method === "POST" ? { ...other, body: {} } : other;
    expect(await server.ask(method, path, call)).toMatchObject(body);
  }
  const found = { filter_conditions: {}, query: "soup" };
  expect(await server.askPayload("/search", found, other)).toMatchObject({ results: [] });
  const hall = { type: "messaging", id: "kitchen" };
  expect(await server.askPayload("/members", hall, other, 404)).toMatchObject({ code: 16 });
  const gone = [
    "/messages/k1",
    "/messages/k1/replies",
    "/messages/k1/reactions",
    "/channels/messaging/kitchen/messages?ids=k1",
    "/unread?user_id=ana",
    "/devices?user_id=ana",
  ];
  for (const path of gone) {
    expect(await server.ask("GET", path, other, 404)).toMatchObject({ code: 16 });
  }
  const channel = "/channels/messaging/kitchen/query";
  await server.ask("POST", channel, { ...other, body: {} }, 404);
  const batch = { ...other, body: { user_ids: ["ana"] } };
  expect(await server.ask("POST", "/unread_batch", batch)).toMatchObject({ counts_by_user: {} });
});

const ids = (items: Json) => items.map(({ id }: Json) => id);

describe("GET /users", () => {
  const active = community().flatMap(({ type, item }) =>
    type === "user" && !item["deactivated_at"] ? [item["id"]] : [],
  );

  test("gives 30 users, newest first, and passes over some", async () => {
    const { users } = await server.askPayload("/users", {
      filter_conditions: { time_zone: { $exists: true } },
    });
    expect(users).toHaveLength(30);
    const rest = [];
    for (const offset of [0, 30, 60]) {
      const page = await server.askPayload("/users", {
        filter_conditions: {},
        offset,
        sort: [{ field: "id" }],
      });
      rest.push(...ids(page.users));
    }
    expect(rest).toEqual([...active.map(String), "ana", "bo", "cy"].sort());
    const all = await server.askPayload("/users", { limit: 100, include_deactivated_users: true });
    expect(all.users).toHaveLength(72 + 4);
    expect(all.users[0].created_at >= all.users.at(-1).created_at).toBe(true);
  });

  test("filters by fields, custom data and beginnings of names, and sorts", async () => {
    const find = async (filter_conditions: object, sort?: object[]) =>
      ids((await server.askPayload("/users", { filter_conditions, sort })).users);
    expect(
      await find({ id: { $in: ["bo", "ana", "nobody"] } }, [{ field: "id", direction: -1 }]),
    ).toEqual(["bo", "ana"]);
    expect(await find({ name: { $autocomplete: "an" } })).toEqual(["ana"]);
    expect(await find({ teams: { $contains: "red" } })).toEqual(["ana"]);
    expect(await find({ bot: true })).toEqual(["integrations"]);
  });

  test("goes on behind a page, however long the list is", async () => {
    const first = await server.askPayload("/users", { limit: 2 });
    const second = await server.askPayload("/users", { limit: 2, next: first.next });
    const both = await server.askPayload("/users", { limit: 4 });
    expect([...ids(first.users), ...ids(second.users)]).toEqual(ids(both.users));
    await server.askPayload("/users", { next: "nonsense" }, {}, 400);
  });

  test("goes on from an id, greatest first", async () => {
    const ask = async (place: object) =>
      ids(
        (
          await server.askPayload("/users", {
            filter_conditions: { id: { $in: ["ana", "bo", "cy"] } },
            ...place,
          })
        ).users,
      );
    expect(await ask({ id_gt: "ana" })).toEqual(["cy", "bo"]);
    expect(await ask({ id_gte: "bo", id_lt: "cy" })).toEqual(["bo"]);
    expect(await ask({ id_lte: "bo", sort: [{ field: "id" }] })).toEqual(["ana", "bo"]);
  });

  test("shows a user with custom data beside its fields, and none of that in their place", async () => {
    const { users } = await server.askPayload("/users", {
      filter_conditions: { id: { $in: ["ana", "bo", "cy"] } },
      sort: [{ field: "id" }],
    });
    expect(users[0]).toEqual({
      id: "ana",
      role: "admin",
      name: "Ana",
      teams: ["red"],
      online: false,
      banned: false,
      shadow_banned: false,
      invisible: false,
      created_at: at(0),
      updated_at: at(0),
      mutes: [{ user: { id: "ana" }, target: { id: "bo" } }],
      push_preferences: { chat_level: "all" },
    });
    expect(users[1]).toMatchObject({
      image: "https://example.com/bo.png",
      channel_mutes: [
        {
          user: { id: "bo" },
          channel: { cid: "messaging:kitchen", type: "messaging", id: "kitchen" },
        },
      ],
    });
    expect(users[2]).toMatchObject({
      online: false,
      custom: { mutes: "a field of ours", online: "so called" },
    });
    expect(users[2]).not.toHaveProperty("mutes");
  });

  test("says what is wrong with a payload", async () => {
    const wrong: [object | string, RegExp][] = [
      ["{", /`payload` in the query takes JSON/],
      [[], /`payload` in the query is a list; it takes an object/],
      [{ filter_conditions: [] }, /`payload\.filter_conditions` in the query takes an object/],
      [
        { filter_conditions: { role: { $near: 1 } } },
        /"filter_conditions\.role\.\$near: role takes no/,
      ],
      [
        { filter_conditions: { $and: [{ id: 1 }] } },
        /"filter_conditions\.\$and\[0\]\.id: it takes text/,
      ],
      [{ filter_conditions: { $and: {} } }, /"filter_conditions\.\$and: \$and takes a list/],
      [{ limit: 301 }, /`payload\.limit`/],
      [{ limit: 0 }, /`payload\.limit`/],
      [{ offset: 1001 }, /`payload\.offset`/],
      [{ sort: [{ field: "id", direction: 2 }] }, /`payload\.sort\.0\.direction`/],
      [{ sort: [{ field: "teams" }] }, /sort\[0\]/],
    ];
    for (const [payload, sentence] of wrong) {
      const text = typeof payload === "string" ? payload : JSON.stringify(payload);
      const body = await server.ask("GET", "/users", { query: { payload: text } }, 400);
      expect(body).toMatchObject({ code: 4, message: expect.stringMatching(sentence) as string });
    }
  });

  test("takes null and nothing for what is left out", async () => {
    const payload = { filter_conditions: null, sort: [], limit: null, user_id: null, id_gt: null };
    expect((await server.askPayload("/users", payload)).users).toHaveLength(30);
    expect((await server.ask("GET", "/users")).users).toHaveLength(30);
  });

  test("shows a user token its own user alone", async () => {
    const bo = await server.as("bo");
    const { users } = await server.askPayload("/users", {}, bo);
    expect(users).toMatchObject([{ id: "bo", invisible: true }]);
    expect(
      await server.askPayload("/users", { filter_conditions: { id: "ana" } }, bo),
    ).toMatchObject({ users: [] });
    await server.askPayload("/users", { user_id: "ana" }, bo, 403);
    expect(await server.askPayload("/users", {}, await server.as("nobody"))).toMatchObject({
      users: [],
    });
  });
});

describe("unread counts", () => {
  test("GET /unread lists channels with unread messages, and totals", async () => {
    const counts = await server.ask("GET", "/unread", { query: { user_id: "ana" } });
    expect(counts).toEqual({
      total_unread_count: 5,
      total_unread_threads_count: 0,
      channels: [
        {
          channel_id: expect.stringMatching(/^messaging:!members-/),
          unread_count: 1,
          last_read: at(0),
        },
        { channel_id: "messaging:kitchen", unread_count: 4, last_read: at(3) },
      ],
      channel_type: [{ channel_type: "messaging", channel_count: 2, unread_count: 5 }],
      threads: [],
      total_unread_count_by_team: {},
      duration: expect.any(String),
    });
  });

  test("GET /unread wants a user that is there; a user token is its own", async () => {
    await server.ask("GET", "/unread", {}, 400);
    await server.ask("GET", "/unread", { query: { user_id: "nobody" } }, 404);
    const own = await server.ask("GET", "/unread", await server.as("bo"));
    expect(own).toMatchObject({ channels: [{ channel_id: "messaging:kitchen" }] });
    await server.ask(
      "GET",
      "/unread",
      { ...(await server.as("bo")), query: { user_id: "ana" } },
      403,
    );
  });

  test("POST /unread_batch leaves out users that are not there", async () => {
    const body = { user_ids: ["ana", "cy", "nobody"] };
    const { counts_by_user } = await server.ask("POST", "/unread_batch", { body });
    expect(Object.keys(counts_by_user).sort()).toEqual(["ana", "cy"]);
    expect(counts_by_user).toMatchObject({
      ana: { total_unread_count: 5 },
      cy: { total_unread_count: 0, channels: [] },
    });
    await server.ask("POST", "/unread_batch", { body: { user_ids: [] } }, 400);
    await server.ask("POST", "/unread_batch", { body: { user_ids: Array(101).fill("ana") } }, 400);
  });
});

describe("devices and bans", () => {
  test("GET /devices lists those of a user", async () => {
    const { devices } = await server.ask("GET", "/devices", { query: { user_id: "bo" } });
    expect(devices).toEqual([
      {
        id: "d2",
        user_id: "bo",
        push_provider: "firebase",
        push_provider_name: "main",
        created_at: at(0),
        disabled: true,
        disabled_reason: "old",
      },
    ]);
    await server.ask("GET", "/devices", {}, 400);
    const own = await server.ask("GET", "/devices", await server.as("ana"));
    expect(ids(own.devices)).toEqual(["d1"]);
    await server.ask(
      "GET",
      "/devices",
      { ...(await server.as("bo")), query: { user_id: "ana" } },
      403,
    );
  });

  test("GET /query_devices lists those of all users, filtered and page by page", async () => {
    const first = await server.askPayload("/query_devices", { limit: 1 });
    expect(ids(first.devices)).toEqual(["d1"]);
    const { devices, next } = await server.askPayload("/query_devices", { next: first.next });
    expect(ids(devices)).toEqual(["d2"]);
    expect(next).toBeUndefined();
    const filter_conditions = { push_provider_type: "firebase" };
    const firebase = await server.askPayload("/query_devices", { filter_conditions });
    expect(ids(firebase.devices)).toEqual(["d2"]);
    const wrong = { filter_conditions: { colour: "red" } };
    const error = await server.askPayload("/query_devices", wrong, {}, 400);
    expect(error.message).toContain("filter_conditions");
    await server.askPayload("/query_devices", {}, await server.as("ana"), 403);
  });

  test("GET /query_future_channel_bans finds them by who issued them and whom they hit", async () => {
    const ask = async (payload: object) => {
      const { bans } = await server.askPayload("/query_future_channel_bans", payload);
      return bans.map(({ user, banned_by }: Json) => `${banned_by.id} ${user.id}`);
    };
    expect(await ask({})).toEqual(["ana bo", "bo cy"]);
    expect(await ask({ limit: 1, offset: 1 })).toEqual(["bo cy"]);
    expect(await ask({ user_id: "ana", exclude_expired_bans: true })).toEqual(["ana bo"]);
    expect(await ask({ target_user_id: "cy" })).toEqual(["bo cy"]);
    const { bans } = await server.askPayload("/query_future_channel_bans", { user_id: "ana" });
    expect(bans).toMatchObject([{ reason: "rude", shadow: true, created_at: at(0) }]);
  });

  test("GET /query_banned_users finds bans from channels", async () => {
    const ask = async (payload: object) => {
      const { bans } = await server.askPayload("/query_banned_users", payload);
      return bans.map(({ user, channel }: Json) => `${channel.cid} ${user.id}`);
    };
    const all = ["messaging:attic ana", "messaging:kitchen bo", "messaging:kitchen cy"];
    expect(await ask({})).toEqual(all);
    expect(await ask({ limit: 1, offset: 1 })).toEqual([all[1]]);
    expect(await ask({ filter_conditions: { channel_cid: "messaging:attic" } })).toEqual([all[0]]);
    expect(await ask({ filter_conditions: { user_id: { $in: ["cy", "ana"] } } })).toEqual([
      all[0],
      all[2],
    ]);
    expect(await ask({ filter_conditions: { user_id: { $eq: "dee" } } })).toEqual([]);
    await server.askPayload("/query_banned_users", { filter_conditions: { reason: "x" } }, {}, 400);
  });
});
