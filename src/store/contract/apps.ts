import { expect, test } from "vitest";
import { builtInChannelTypes, builtInRoles } from "../../format/index.ts";
import { openStore } from "../open-store.ts";
import { dump } from "./dump.ts";
import { loadAll } from "./load-all.ts";
import { sampleItems } from "./sample-items.ts";
import type { MakePlace } from "./store-place.ts";

const canonical = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Apps are tenants. */
export function appContract(makePlace: MakePlace): void {
  test("a new store has the app default, in development mode, with what is built in", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const app = await store.app("default");
    expect(app.mode).toBe("development");
    expect(app.roles).toEqual([...builtInRoles].sort());
    expect(Object.keys(app.channelTypes)).toEqual([...builtInChannelTypes].sort());
    expect(app.channelTypes["messaging"]).toEqual({ maxMessageLength: null });
  });

  test("an app is made once", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const shop = await store.createApp("shop", "production");
    expect(shop).toMatchObject({ name: "shop", mode: "production" });
    expect(await store.app("shop")).toEqual(shop);
    await expect(store.createApp("shop", "development")).rejects.toMatchObject({
      code: "app_exists",
    });
  });

  test("an app is given roles and channel types, each once", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const forum = (maxMessageLength: number | null) => ({
      roles: ["captain"],
      channelTypes: { forum: { maxMessageLength } },
    });
    await store.extendApp("default", forum(500));
    await store.extendApp("default", forum(null));
    expect((await store.app("default")).channelTypes["forum"]).toEqual({ maxMessageLength: 500 });
    const app = await store.extendApp("default", forum(700));
    expect(app.roles).toEqual([...builtInRoles, "captain"].sort());
    expect(app.channelTypes["forum"]).toEqual({ maxMessageLength: 700 });
    await expect(store.extendApp("shop", forum(1))).rejects.toMatchObject({
      code: "app_not_found",
    });
  });

  test("an app's settings change one by one, and all apps are listed by name", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("alpha", "development");
    const settings = { mode: "development", confirm: "operator", multiTenant: false };
    expect(await store.app("alpha")).toMatchObject(settings);
    const changes = [
      { mode: "production" },
      { confirm: "automatic" },
      { multiTenant: true },
    ] as const;
    for (const change of changes) {
      Object.assign(settings, change);
      expect(await store.updateApp("alpha", change)).toMatchObject(settings);
    }
    expect((await store.apps()).map(({ name, mode }) => [name, mode])).toEqual([
      ["alpha", "production"],
      ["default", "development"],
    ]);
    await expect(store.updateApp("shop", {})).rejects.toMatchObject({ code: "app_not_found" });
  });

  test("roles know when they came", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.extendApp("default", { roles: ["captain"], channelTypes: {} });
    const roles = await store.roles("default");
    expect(roles.map(({ name }) => name)).toEqual([...builtInRoles, "captain"].sort());
    for (const { createdAt } of roles) expect(createdAt).toMatch(canonical);
  });

  test("an app that is not there is named, with those that are", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    const error = { code: "app_not_found", message: 'There is no app "shop".' };
    await expect(store.app("shop")).rejects.toMatchObject(error);
    await expect(store.users("shop")).rejects.toMatchObject(error);
    await expect(loadAll(store, [], { app: "shop" })).rejects.toMatchObject({
      ...error,
      fix: "Name one that is there: default.",
    });
  });

  test("apps do not see each other", async () => {
    await using place = await makePlace();
    await using store = await openStore(place.location);
    await store.createApp("other", "development");
    const empty = await dump(store, "other");
    await loadAll(store, sampleItems);
    const full = await dump(store);
    expect(await dump(store, "other")).toEqual(empty);

    const { message } = await loadAll(store, sampleItems, { app: "other" });
    expect(message.created).toBe(12);
    expect(await dump(store, "other")).toEqual(full);

    const changed = sampleItems.map(({ type, item }) => ({ type, item: { ...item, note: "new" } }));
    await loadAll(store, changed, { app: "other", fingerprint: "f2" });
    expect(await dump(store)).toEqual(full);
    expect(await store.reconciliation("other", 3)).toBeUndefined();
  });
}
