import { expect, test } from "vitest";
import { builtInChannelTypes } from "../../format/index.ts";
import { type ChannelTypeConfig, channelTypeDefaults, mostChannelTypes } from "../channel-type.ts";
import { openStore } from "../open-store.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

/** Channel types are made, changed and deleted app by app. */
export function channelTypeContract(makePlace: MakePlace): void {
  test("those that are built in have the defaults", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const types = await store.channelTypes("default");
    expect(types.map(({ name }) => name)).toEqual([...builtInChannelTypes].sort());
    for (const { config } of types) expect(config).toEqual(channelTypeDefaults);
  });

  test("what is set is kept over the defaults, field by field, and checks know the limit", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const grants = { "a\\n": ["read-channel"] };
    const made = await store.createChannelType("default", "forum", {
      reactions: false,
      max_message_length: 500,
      grants,
    });
    const config = { ...channelTypeDefaults, reactions: false, max_message_length: 500, grants };
    expect(made).toMatchObject({ name: "forum", config });
    const { config: changed } = await store.updateChannelType("default", "forum", {
      replies: false,
      commands: ["giphy"],
    });
    expect(changed).toEqual({ ...config, replies: false, commands: ["giphy"] });
    expect((await store.app("default")).channelTypes["forum"]).toEqual({ maxMessageLength: 500 });
    expect(
      (await store.channelTypes("default")).find(({ name }) => name === "forum"),
    ).toMatchObject({ config: changed, createdAt: made.createdAt });
    await store.createApp("other", "development");
    expect(await store.channelTypes("other")).toHaveLength(builtInChannelTypes.length);
  });

  test.each([
    ["a b", {}],
    ["", {}],
    ["forum", { colour: "red" }],
    ["forum", { constructor: true }],
    ["forum", { reactions: "yes" }],
    ["forum", { reactions: null }],
    ["forum", { commands: {} }],
    ["forum", { max_message_length: 0 }],
    ["forum", { max_message_length: 20_001 }],
    ["forum", { blocklist: "x".repeat(70_000) }],
  ])("%j with %j is refused", async (name, config) => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const refused = { code: "invalid_channel_type" };
    const made = store.createChannelType("default", name, config as Partial<ChannelTypeConfig>);
    await expect(made).rejects.toMatchObject(refused);
    expect(await store.channelTypes("default")).toHaveLength(builtInChannelTypes.length);
  });

  test("a type is made once, and only one that is there is changed or deleted", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await expect(store.createChannelType("default", "messaging", {})).rejects.toMatchObject({
      code: "channel_type_exists",
    });
    const missing = { code: "channel_type_not_found" };
    await expect(store.updateChannelType("default", "forum", {})).rejects.toMatchObject(missing);
    await expect(store.deleteChannelType("default", "forum")).rejects.toMatchObject(missing);
  });

  test("a type that channels have is not deleted, others are", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await loadAll(store, sampleItems);
    await expect(store.deleteChannelType("default", "messaging")).rejects.toMatchObject({
      code: "channel_type_in_use",
    });
    await store.createChannelType("default", "messagin", {});
    for (const name of ["messagin", "gaming"]) await store.deleteChannelType("default", name);
    const names = (await store.channelTypes("default")).map(({ name }) => name);
    expect(names).toEqual(builtInChannelTypes.filter((name) => name !== "gaming").sort());
  });

  test("an app has no more than so many", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    for (let n = builtInChannelTypes.length; n < mostChannelTypes; n++) {
      await store.createChannelType("default", `type-${n}`, {});
    }
    const refused = { code: "too_many_channel_types" };
    await expect(store.createChannelType("default", "more", {})).rejects.toMatchObject(refused);
    const channelTypes = { more: { maxMessageLength: 1 } };
    await expect(store.extendApp("default", { roles: [], channelTypes })).rejects.toMatchObject(
      refused,
    );
    expect(await store.channelTypes("default")).toHaveLength(mostChannelTypes);
  });
}
