import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Json, type ReadServer, readServer } from "../contract/read-server.ts";

let server: ReadServer;
beforeAll(async () => {
  server = await readServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test("GET /app shows the app and its settings", async () => {
  const { app } = await server.ask("GET", "/app");
  expect(app).toMatchObject({
    name: "default",
    mode: "development",
    confirm: "operator",
    multi_tenant_enabled: false,
    enforce_unique_usernames: "no",
    grants: { admin: [] },
    channel_configs: { team: { name: "team", commands: [] } },
  });
});

test("GET /roles lists roles, built-in and the app's own", async () => {
  await server.imports.store.extendApp("default", { roles: ["janitor"], channelTypes: {} });
  const { roles } = await server.ask("GET", "/roles");
  const custom = roles.filter(({ custom }: Json) => custom);
  expect(custom.map(({ name }: Json) => name)).toEqual(["janitor"]);
  expect(roles.map(({ name }: Json) => name)).toContain("channel_moderator");
});

describe("/channeltypes", () => {
  test("are made, read, changed and deleted", async () => {
    const made = await server.ask(
      "POST",
      "/channeltypes",
      {
        body: {
          name: "hobby",
          commands: ["all"],
          max_message_length: 5000,
          replies: false,
          automod_thresholds: null,
          blocklist: null,
        },
      },
      201,
    );
    expect(made).toMatchObject({
      name: "hobby",
      commands: ["all"],
      max_message_length: 5000,
      replies: false,
      reactions: true,
    });
    const read = await server.ask("GET", "/channeltypes/hobby");
    expect(read).toMatchObject({
      name: "hobby",
      commands: [{ name: "all" }],
      duration: expect.any(String) as string,
    });
    const changed = await server.ask("PUT", "/channeltypes/hobby", {
      body: { replies: true, grants: { user: ["read-channel"] } },
    });
    expect(changed).toMatchObject({
      replies: true,
      max_message_length: 5000,
      grants: { user: ["read-channel"] },
    });
    const { channel_types } = await server.ask("GET", "/channeltypes");
    expect(Object.keys(channel_types)).toEqual([
      "commerce",
      "gaming",
      "hobby",
      "livestream",
      "messaging",
      "team",
    ]);
    await server.ask("DELETE", "/channeltypes/hobby");
    await server.ask("GET", "/channeltypes/hobby", {}, 404);
  });

  test("refuse what cannot be", async () => {
    const create = (body: object) => server.ask("POST", "/channeltypes", { body }, 400);
    await create({});
    await create({ name: "no spaces" });
    await create({ name: "hobby", replies: "yes" });
    await create({ name: "hobby", max_message_length: 20_001 });
    await create({ name: "hobby", commands: [{ name: "giphy" }] });
    await server.ask("POST", "/channeltypes", { body: { name: "team" } }, 409);
    await server.ask("PUT", "/channeltypes/hobby", { body: {} }, 404);
    await server.ask("DELETE", "/channeltypes/hobby", {}, 404);
    const used = await server.ask("DELETE", "/channeltypes/team", {}, 409);
    expect(used.message).toContain('There are channels of the type "team"');
    const { channel_types } = await server.ask("GET", "/channeltypes");
    expect(channel_types).not.toHaveProperty("hobby");
  });
});

describe("an app that keeps teams apart", () => {
  test("refuses a user the channels of other teams, whether they are there or not", async () => {
    await using server = await readServer([
      { type: "channel", item: { type: "team", id: "red", team: "red", created_by: "ana" } },
      { type: "channel", item: { type: "team", id: "blue", team: "blue", created_by: "ana" } },
      ...["red", "blue"].map((channel_id) => ({
        type: "member" as const,
        item: { channel_type: "team", channel_id, user_id: "ana" },
      })),
    ]);
    await server.imports.store.updateApp("default", { multiTenant: true });
    const ana = await server.as("ana");
    const query = (path: string, status?: number) =>
      server.ask("POST", path, { body: {}, ...ana }, status);
    await query("/channels/team/red/query");
    expect(await query("/channels/team/blue/query", 403)).toMatchObject({ code: 70 });
    expect(await query("/channels/team/green/query", 403)).toMatchObject({ code: 70 });
    const find = (team: unknown, status?: number) =>
      server.ask(
        "POST",
        "/channels",
        { body: { filter_conditions: { type: "team", team } }, ...ana },
        status,
      );
    expect((await find("red")).channels).toHaveLength(1);
    expect(await find("blue", 403)).toMatchObject({ code: 70 });
    expect(await find({ $in: ["red", "blue"] }, 403)).toMatchObject({ code: 70 });
    expect((await find({ $ne: "red" })).channels).toEqual([]);
    const { channels } = await server.ask("POST", "/channels", {
      body: { filter_conditions: { type: "team" } },
      ...ana,
    });
    expect(channels.map(({ channel }: Json) => channel.id)).toEqual(["red"]);
    const all = await server.ask("POST", "/channels", {
      body: { filter_conditions: { team: "blue" } },
    });
    expect(all.channels).toHaveLength(1);
  });
});
