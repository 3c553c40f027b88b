import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Control } from "../control.ts";
import type { Actor, ImportProgress } from "../import-record.ts";
import type { ImportState } from "../import-states.ts";
import { openControl } from "../open-control.ts";
import type { MakePlace, StorePlace } from "./store-place.ts";

const by: Actor = { kind: "key", name: "script" };
const long = 600_000;

const progress: ImportProgress = {
  phase: "loading",
  bytes: 1,
  size: 2,
  items: 3,
  rate: 4,
  eta: 5,
  issues: 0,
};

/** A worker holds an import until it lets go or its lease ends, and nobody else does. */
export function leaseContract(makePlace: MakePlace): void {
  test("a worker takes what was uploaded, which is analyzing from then on, and nobody else does", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    expect(await control.claim("w1", long)).toBeUndefined();
    const id = await uploaded(control);
    const lease = await control.claim("w1", long);
    expect(lease).toMatchObject({ worker: "w1", attempt: 1, record: { id, state: "analyzing" } });
    expect(lease?.record.history.at(-1)).toMatchObject({
      previous: "uploaded",
      next: "analyzing",
      by: { kind: "system", name: "worker" },
    });
    expect(await control.claim("w2", long)).toBeUndefined();
  });

  test("only what a worker can do something with is taken", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    await control.createImport("default", "a.json", by);
    const id = await uploaded(control);
    const lease = (await control.claim("w1", long))!;
    await control.changeState(id, to("analyzing", "waiting_confirmation"), {}, lease);
    expect(await control.claim("w1", long)).toBeUndefined();
    await control.changeState(id, to("waiting_confirmation", "importing"));
    const loading = (await control.claim("w1", long))!;
    expect(loading).toMatchObject({ attempt: 1, record: { id, state: "importing" } });
    await control.changeState(id, to("importing", "import_failed"), {}, loading);
    expect(await control.claim("w1", long)).toBeUndefined();
  });

  test("what a lease that has ended leaves is taken by another, and the first one is refused", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const id = await uploaded(control);
    const first = (await control.claim("w1", 0))!;
    const second = await control.claim("w2", long);
    expect(second).toMatchObject({ attempt: 2, record: { id } });
    expect(await control.heartbeat(first, long, { progress })).toEqual({ goOn: false });
    const done = control.changeState(id, to("analyzing", "analyze_failed"), {}, first);
    await expect(done).rejects.toMatchObject({ code: "lease_lost" });
    await control.release(first, 0);
    expect(await control.claim("w3", long)).toBeUndefined();
    expect((await control.import("default", id))?.progress).toBeNull();
  });

  test("a heartbeat renews a lease, notes facts and tells the throttle", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const id = await uploaded(control);
    const lease = (await control.claim("w1", 0))!;
    await control.adjust(id, { throttle: 7 });
    expect(await control.heartbeat(lease, long, { progress })).toEqual({ goOn: true, throttle: 7 });
    expect(await control.claim("w2", long)).toBeUndefined();
    expect((await control.import("default", id))?.progress).toEqual(progress);
  });

  test("a paused or cancelled import is let go, and not taken again", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const id = await uploaded(control);
    const lease = (await control.claim("w1", long))!;
    await control.adjust(id, { paused: true });
    expect(await control.heartbeat(lease, long)).toEqual({ goOn: false });
    await control.release(lease, 0, { progress });
    expect(await control.claim("w1", long)).toBeUndefined();
    await control.adjust(id, { paused: false });
    const again = (await control.claim("w1", long))!;
    expect(again).toMatchObject({ attempt: 1, record: { progress } });
    await control.changeState(id, to("analyzing", "cancelled"));
    expect(await control.heartbeat(again, long)).toEqual({ goOn: false });
    await control.release(again, 0, { progress: { ...progress, items: 9 } });
    expect(await control.claim("w1", long)).toBeUndefined();
    expect(await control.import("default", id)).toMatchObject({
      state: "cancelled",
      progress: { items: 9 },
    });
  });

  test("a failure counts as an attempt and waits; what was achieved makes good for it", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const id = await uploaded(control);
    const failure = { code: "disk_full", message: "no room", fix: "make room" };
    for (const attempt of [1, 2, 3]) {
      const lease = (await control.claim("w1", long))!;
      expect(lease.attempt).toBe(attempt);
      await control.release(lease, 0, { failure });
    }
    expect((await control.import("default", id))?.failure).toEqual(failure);
    const achieved = (await control.claim("w1", long))!;
    await control.heartbeat(achieved, long, {}, true);
    await control.release(achieved, 0, { failure });
    const next = (await control.claim("w1", long))!;
    expect(next.attempt).toBe(2);
    await control.release(next, long, { failure });
    expect(await control.claim("w1", long)).toBeUndefined();
    await control.adjust(id, { paused: false });
    expect(await control.claim("w1", long)).toBeDefined();
  });

  test("apps take turns, and each app's oldest comes first", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const many: string[] = [];
    for (let n = 0; n < 3; n++) many.push(await uploaded(control, "many"));
    const few = await uploaded(control, "few");
    const taken: (string | undefined)[] = [];
    for (let n = 0; n < 4; n++) {
      const lease = (await control.claim("w1", long))!;
      taken.push(lease.record.id);
      await control.changeState(lease.record.id, to("analyzing", "analyze_failed"), {}, lease);
    }
    const first = taken.indexOf(few);
    expect(first).toBeLessThan(2);
    expect(new Set(taken)).toEqual(new Set([...many, few]));
  });

  test("of one app one import is loaded at a time, while others are analyzed", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const confirmed = [await importing(control), await importing(control)];
    const analysis = await uploaded(control);
    const leases = [];
    for (let n = 0; n < 2; n++) leases.push((await control.claim("w1", long))!);
    expect(await control.claim("w1", long)).toBeUndefined();
    const ids = leases.map(({ record }) => record.id);
    expect(ids).toContain(analysis);
    const loading = leases.find(({ record }) => confirmed.includes(record.id))!;
    await control.changeState(loading.record.id, to("importing", "cancelled"));
    // Its worker may still be writing.
    expect(await control.claim("w1", long)).toBeUndefined();
    await control.release(loading, 0);
    const next = await control.claim("w1", long);
    expect(next?.record.id).toBe(confirmed.find((id) => id !== loading.record.id));
  });

  test("of two processes that take imports at the same time, none gets what the other has", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const ids: string[] = [];
    for (let n = 0; n < 60; n++) ids.push(await uploaded(control));
    const taken = await Promise.all(["w1", "w2"].map((name) => claimAll(place, name)));
    expect(taken.flat().sort()).toEqual(ids.sort());
  });
}

/** Takes imports in a process of its own until there are none. */
async function claimAll({ location }: StorePlace, worker: string): Promise<string[]> {
  const module = JSON.stringify(new URL("../open-control.ts", import.meta.url).href);
  const code = `
    const { openControl } = await import(${module});
    const control = await openControl(${JSON.stringify(location)});
    for (let lease; (lease = await control.claim(${JSON.stringify(worker)}, ${long}));) {
      console.log(lease.record.id);
    }`;
  const words = ["--input-type=module", "-e", code];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  const output = await text(child.stdout);
  expect(await exit).toEqual([0, null]);
  return output.split("\n").filter(Boolean);
}

function to(from: ImportState, next: ImportState) {
  return { from, to: next, by };
}

async function uploaded(control: Control, app = "default"): Promise<string> {
  const { id } = await control.createImport(app, "a.json", by);
  await control.changeState(id, to("uploading", "uploaded"));
  return id;
}

async function importing(control: Control): Promise<string> {
  const id = await uploaded(control);
  await control.changeState(id, [
    to("uploaded", "analyzing"),
    to("analyzing", "waiting_confirmation"),
    to("waiting_confirmation", "importing"),
  ]);
  return id;
}
