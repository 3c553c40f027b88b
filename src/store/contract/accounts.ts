import { expect, test } from "vitest";
import { openControl } from "../open-control.ts";
import type { MakePlace } from "./store-place.ts";

const ada = { email: "Ada@House.test", name: "Ada" };
const bo = { email: "bo@house.test", name: "Bo", admin: false, roles: {} } as const;
const day = 86_400_000;

/** Accounts, their roles, and the links that set their passwords. */
export function accountContract(makePlace: MakePlace): void {
  test("the first account is made once, also where two ask at the same time", async () => {
    await using place = await makePlace();
    await using one = await openControl(place.location);
    await using other = await openControl(place.location);
    expect(await one.accounts.any()).toBe(false);
    await one.accounts.createLink("link", null, day);
    await other.accounts.createLink("another", null, day);
    const made = await Promise.allSettled([
      one.accounts.setUp(ada, "hash", "link"),
      other.accounts.setUp({ ...ada, email: "b@house.test" }, "hash", "another"),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [first, ...more] = await other.accounts.list();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ admin: true, active: true });
    await expect(one.accounts.setUp(ada, "hash")).rejects.toMatchObject({
      code: "accounts_set_up",
    });
  });

  test("an address is one account's, whatever its case", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { accounts } = control;
    const made = await accounts.create({ ...ada, admin: false, roles: { shop: "member" } });
    expect(made).toMatchObject({
      email: "ada@house.test",
      roles: { shop: "member" },
      active: false,
    });
    expect(await accounts.find(made.id)).toEqual(made);
    await expect(accounts.create({ ...bo, email: "aDA@house.test" })).rejects.toMatchObject({
      code: "account_exists",
    });
    expect(await accounts.list()).toEqual([made]);
  });

  test("changes are made whole or not at all", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { accounts } = control;
    const { id } = await accounts.setUp(ada, "hash");
    const roles = { shop: "operator", home: "member" } as const;
    expect(await accounts.update(id, { roles, name: "A" })).toMatchObject({ roles, name: "A" });
    const changes = { admin: false, name: "B", roles: { shop: null } };
    await expect(accounts.update(id, changes)).rejects.toMatchObject({ code: "last_admin" });
    expect(await accounts.find(id)).toMatchObject({ admin: true, name: "A", roles });
    await expect(accounts.remove(id)).rejects.toMatchObject({ code: "last_admin" });
    await accounts.create({ ...bo, admin: true });
    await expect(accounts.remove(id)).rejects.toMatchObject({ code: "last_admin" });
    expect(await accounts.find(id)).toMatchObject({ active: true });
  });

  test("a link sets one password, once, until it expires or a newer one is made", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { accounts } = control;
    await accounts.setUp(ada, "hash");
    const { id } = await accounts.create(bo);
    const invalid = { code: "invalid_link" };
    await accounts.createLink("first", id, day);
    await accounts.createLink("second", id, day);
    await expect(accounts.setPassword("first", "hash")).rejects.toMatchObject(invalid);
    expect(await accounts.setPassword("second", "hash")).toMatchObject({ id, active: true });
    await expect(accounts.setPassword("second", "hash")).rejects.toMatchObject(invalid);
    await accounts.createLink("late", id, -1);
    await expect(accounts.setPassword("late", "hash")).rejects.toMatchObject(invalid);
    await accounts.createLink("nobody's", null, day);
    await expect(accounts.setPassword("nobody's", "hash")).rejects.toMatchObject(invalid);
    await accounts.createLink("gone", id, day);
    await accounts.remove(id);
    await expect(accounts.setPassword("gone", "hash")).rejects.toMatchObject(invalid);
    await expect(accounts.createLink("none", id, day)).rejects.toMatchObject({
      code: "account_not_found",
    });
  });
}
