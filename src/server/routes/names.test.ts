import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadServer, readServer } from "../contract/read-server.ts";

let server: ReadServer;

beforeAll(async () => {
  server = await readServer();
});

afterAll(() => server[Symbol.asyncDispose]());

const lists = [
  ["POST", "/channels", {}],
  ["POST", "/threads", {}],
  ["POST", "/channels/messaging/kitchen/query", {}],
  ["POST", "/channels/messaging/query", { data: { members: ["ana", "bo"] } }],
  ["POST", "/unread_batch", { user_ids: ["ana"] }],
  ["GET", "/users", {}],
  ["GET", "/members", { type: "messaging", id: "kitchen" }],
  ["GET", "/search", { filter_conditions: {}, query: "tea" }],
  ["GET", "/query_banned_users", {}],
  ["GET", "/query_future_channel_bans", {}],
  ["GET", "/query_devices", { limit: 5 }],
] as const;

const ask = (method: string, path: string, body: object, status?: number) =>
  method === "GET"
    ? server.askPayload(path, body, {}, status)
    : server.ask(method, path, { body }, status);

test.for(lists)("%s %s names what it nearly knows", async ([method, path, body]) => {
  const [name] = Object.keys({ ...body, user_id: "" });
  const slip = { [`${name}_`]: "x" };
  const { message } = await ask(method, path, { ...body, ...slip }, 400);
  expect(message).toContain(`\`${name}_\`, which is not known; did you mean \`${name}\`?`);
});

test("what was meant by a name is said, and inner names are looked at, too", async () => {
  for (const name of ["filter_condition", "filter", "filterConditions"]) {
    const near = await ask("POST", "/channels", { [name]: {} }, 400);
    expect(near.message).toContain("did you mean `filter_conditions`?");
  }
  const path = "/channels/messaging/kitchen/query";
  const inner = await ask("POST", path, { messages: { id_ltt: "k1" } }, 400);
  expect(inner.message).toContain("`messages` in the body has `id_ltt`");
});

test.for(lists.filter(([, path]) => path !== "/unread_batch" && !path.includes("messaging/query")))(
  "%s %s takes what clients send with every list, and what may come",
  async ([method, path, body]) => {
    const always = {
      watch: false,
      state: true,
      presence: false,
      connection_id: "c",
      novelty: {},
      ...body,
    };
    const answer = await ask(method, path, { ...always, member_limit: 10, message_limit: 10 });
    expect(answer).toHaveProperty("duration");
  },
);

test("a view is that of a user who is there, named by id or as an object", async () => {
  for (const view of [{ user_id: "ghost" }, { user: { id: "ghost" } }]) {
    const { message } = await ask("POST", "/channels", view, 404);
    expect(message).toContain("There is no user ghost");
  }
  await server.ask("GET", "/devices", { query: { user_id: "ghost" } }, 404);
  const sort = [{ field: "cid" }];
  const named = await ask("POST", "/channels", { user_id: "ana", sort });
  const object = await ask("POST", "/channels", { user: { id: "ana", name: "Ana" }, sort });
  expect({ ...object, duration: "" }).toEqual({ ...named, duration: "" });
});
