import { expect, test } from "vitest";
import { openControl } from "../open-control.ts";
import type { MakePlace } from "./store-place.ts";

/** Keys open one app until they are revoked. */
export function keyContract(makePlace: MakePlace): void {
  test("a key is found until it is revoked, also by who opens the place anew", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const made = await control.createKey("default", "upload script");
    const other = await control.createKey("default", "other");
    expect(made).toMatchObject({ app: "default", name: "upload script", revokedAt: null });
    expect(made.secret.length).toBeGreaterThanOrEqual(32);
    expect(other.key).not.toBe(made.key);
    expect(other.secret).not.toBe(made.secret);
    await using again = await openControl(place.location);
    expect(await again.key(made.key)).toEqual(made);

    const revoked = await control.revokeKey("default", made.key);
    expect(revoked.revokedAt).toMatch(/Z$/);
    expect(await control.revokeKey("default", made.key)).toEqual(revoked);
    expect(await again.key(made.key)).toBeUndefined();
    const keys = await again.keys("default");
    expect(new Set(keys)).toEqual(new Set([revoked, other]));
    expect(await again.key("nothing")).toBeUndefined();
  });

  test("an app neither sees nor revokes the keys of another", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { key } = await control.createKey("one", "a");
    expect(await control.keys("two")).toEqual([]);
    await expect(control.revokeKey("two", key)).rejects.toMatchObject({ code: "key_not_found" });
    expect(await control.key(key)).toMatchObject({ revokedAt: null });
  });
}
