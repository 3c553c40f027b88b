import { expect, test } from "vitest";
import type { Control } from "../control.ts";
import type { Actor, ImportRecord } from "../import-record.ts";
import { type ImportState, importStateNames, importStates, mayFollow } from "../import-states.ts";
import { openControl } from "../open-control.ts";
import type { MakePlace } from "./store-place.ts";

const ana: Actor = { kind: "account", name: "ana@example.com" };
const file = { name: "f", size: 3, sha256: "ab" };

/** An import goes from state to state as the table of states says. */
export function importContract(makePlace: MakePlace): void {
  test("a new import waits for its file and is in no list until it is asked for", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const made = await control.createImport("default", "a.json", ana);
    expect(made).toMatchObject({
      app: "default",
      fileName: "a.json",
      uploadedBy: ana,
      state: "uploading",
      paused: false,
      mode: "upsert",
      mergeCustom: true,
      references: "file",
      throttle: null,
      file: null,
      history: [],
    });
    expect(await control.import("default", made.id)).toEqual(made);
    expect(await control.import("other", made.id)).toBeUndefined();
    expect(await control.imports("default")).toEqual([]);
    const options = { mode: "insert", mergeCustom: false, references: "file-or-app" } as const;
    const asked = await control.changeState(made.id, change("uploading", "uploaded"), options);
    expect(asked).toMatchObject({ ...options, state: "uploaded" });
    expect(await control.imports("default")).toEqual([asked]);
  });

  test("an import that was cancelled before it was asked for is in no list", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await control.createImport("default", "a.json", ana);
    await control.changeState(id, change("uploading", "cancelled"));
    expect(await control.imports("default")).toEqual([]);
  });

  test("a file is noted once, and only while the import waits for it", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await control.createImport("default", "a.json", ana);
    expect((await control.completeUpload(id, file)).file).toEqual(file);
    const refused = { code: "import_state" };
    await expect(control.completeUpload(id, { ...file, name: "g" })).rejects.toMatchObject(refused);
    const late = await control.createImport("default", "b.json", ana);
    await control.changeState(late.id, change("uploading", "cancelled"));
    await expect(control.completeUpload(late.id, file)).rejects.toMatchObject(refused);
    await expect(control.completeUpload("none", file)).rejects.toMatchObject({
      code: "import_not_found",
    });
    expect(await control.unknownFiles(["f", "g"])).toEqual(["g"]);
  });

  test("an import that was never asked for is forgotten when it is old enough, with its file", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const [asked, uploaded, cancelled] = await Promise.all(
      ["a.json", "b.json", "c.json"].map((name) => control.createImport("default", name, ana)),
    );
    await control.changeState(asked!.id, change("uploading", "uploaded"));
    await control.completeUpload(uploaded!.id, file);
    await control.changeState(cancelled!.id, change("uploading", "cancelled"));
    expect(await control.forgetUnasked(60_000)).toBe(0);
    expect(await control.unknownFiles([file.name])).toEqual([]);
    expect(await control.forgetUnasked(-1_000)).toBe(2);
    expect(await control.unknownFiles([file.name])).toEqual([file.name]);
    expect(await control.import("default", uploaded!.id)).toBeUndefined();
    expect(await control.import("default", asked!.id)).toMatchObject({ state: "uploaded" });
  });

  const pairs = importStateNames.flatMap((from) => importStateNames.map((to) => ({ from, to })));

  test.each(pairs.filter(({ from, to }) => mayFollow(from, to)))(
    "an import goes from $from to $to, and its history says so",
    async ({ from, to }) => {
      await using place = await makePlace();
      await using control = await openControl(place.location);
      const before = await importIn(control, from);
      const after = await control.changeState(before.id, {
        ...change(from, to),
        reason: "because",
      });
      expect(after.state).toBe(to);
      expect(after.history.slice(0, -1)).toEqual(before.history);
      expect(after.history.at(-1)).toEqual({
        previous: from,
        next: to,
        at: after.updatedAt,
        by: ana,
        reason: "because",
      });
      expect(await control.import("default", before.id)).toEqual(after);
    },
  );

  test("no import goes any other way", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const refused = pairs.filter(({ from, to }) => !mayFollow(from, to));
    expect(refused.length).toBeGreaterThan(50);
    for (const { from, to } of refused) {
      const before = await importIn(control, from);
      await expect(control.changeState(before.id, change(from, to))).rejects.toMatchObject({
        code: "import_state",
      });
      expect(await control.import("default", before.id)).toEqual(before);
    }
  });

  test("a change from a state that has passed is refused", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await importIn(control, "waiting_confirmation");
    await control.changeState(id, change("waiting_confirmation", "importing"));
    const again = control.changeState(id, change("waiting_confirmation", "importing"));
    await expect(again).rejects.toMatchObject({ code: "import_state" });
  });

  test("several changes are made together or not at all", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const before = await importIn(control, "analyzing");
    const { id } = before;
    const waiting = change("analyzing", "waiting_confirmation");
    const wrong = control.changeState(id, [waiting, change("analyzing", "cancelled")]);
    await expect(wrong).rejects.toMatchObject({ code: "import_state" });
    expect(await control.import("default", id)).toEqual(before);
    const after = await control.changeState(id, [
      waiting,
      change("waiting_confirmation", "importing"),
    ]);
    expect(after.history.slice(-2).map(({ next }) => next)).toEqual([
      "waiting_confirmation",
      "importing",
    ]);
  });

  test("facts are kept until others are written, a failure until the next change", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await importIn(control, "importing");
    const failure = { code: "disk_full", message: "no room", fix: "make room" };
    const facts = { result: { valid: true }, report: "r" };
    const failed = await control.changeState(id, change("importing", "import_failed"), {
      ...facts,
      failure,
    });
    expect(failed).toMatchObject({ ...facts, failure });
    expect(await control.unknownFiles(["r"])).toEqual([]);
    const resumed = await control.changeState(id, change("import_failed", "importing"));
    expect(resumed).toMatchObject({ ...facts, failure: null });
  });

  test("how far an import was is kept until a worker begins anew", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await importIn(control, "analyzing");
    const done = { bytes: 9, size: 9, items: 3, issues: 0 };
    const progress = { phase: "reading", ...done, rate: null, eta: null } as const;
    const waiting = change("analyzing", "waiting_confirmation");
    expect((await control.changeState(id, waiting, { progress })).progress).toEqual(progress);
    const begun = await control.changeState(id, change("waiting_confirmation", "importing"));
    expect(begun.progress).toBeNull();
  });

  test("pause and throttle are set on what is not over", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const { id } = await importIn(control, "importing");
    expect(await control.adjust(id, { paused: true })).toMatchObject({ paused: true });
    expect(await control.adjust(id, { throttle: 5 })).toMatchObject({ paused: true, throttle: 5 });
    expect(await control.adjust(id, { paused: false, throttle: null })).toMatchObject({
      paused: false,
      throttle: null,
    });
    const over = await importIn(control, "completed");
    const refused = { code: "import_state" };
    await expect(control.adjust(over.id, { paused: true })).rejects.toMatchObject(refused);
    await expect(control.adjust("none", {})).rejects.toMatchObject({ code: "import_not_found" });
  });

  test("lists are newest first, by app and state, page by page", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    const first = await importIn(control, "completed");
    for (let n = 0; n < 3; n++) await importIn(control, "uploaded");
    const all = await control.imports("default");
    expect(all).toHaveLength(4);
    const times = all.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(await control.imports("default", { limit: 2, offset: 1 })).toEqual(all.slice(1, 3));
    expect(await control.imports("default", { states: ["completed", "cancelled"] })).toEqual([
      first,
    ]);
    expect(await control.imports("default", { states: [] })).toEqual([]);
    expect(await control.imports("other")).toEqual([]);
    for (const query of [{ limit: 0 }, { limit: 101 }, { limit: 1.5 }, { offset: -1 }]) {
      await expect(control.imports("default", query)).rejects.toMatchObject({
        code: "invalid_limit",
      });
    }
  });

  test("imports are counted by state, and how long the oldest waits", async () => {
    await using place = await makePlace();
    await using control = await openControl(place.location);
    expect((await control.importCounts()).waitingSince).toBeNull();
    await importIn(control, "uploaded");
    await importIn(control, "completed");
    const { states, waitingSince } = await control.importCounts();
    expect(states).toMatchObject({ uploaded: 1, completed: 1, importing: 0 });
    expect(waitingSince).toMatch(/Z$/);
  });
}

function change(from: ImportState, to: ImportState) {
  return { from, to, by: ana };
}

/** Makes an import and leads it to a state by the shortest way. */
async function importIn(control: Control, goal: ImportState): Promise<ImportRecord> {
  const made = await control.createImport("default", "a.json", ana);
  const way = wayTo(goal);
  return way.length === 0 ? made : control.changeState(made.id, way);
}

function wayTo(goal: ImportState): { from: ImportState; to: ImportState; by: Actor }[] {
  const ways: ImportState[][] = [["uploading"]];
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === goal) return way.slice(1).map((to, n) => change(way[n]!, to));
    ways.push(...importStates[last].map((next) => [...way, next]));
  }
  throw new Error(`no way leads to ${goal}`);
}
