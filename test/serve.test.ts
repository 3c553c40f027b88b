import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ApiClient } from "./api-client.ts";
import { communityFile, manyCommunities } from "./community.ts";
import { leadImport, makeKey } from "./lead-import.ts";
import { runCli, startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { storeDifference } from "./store-difference.ts";
import { tempFolder } from "./temp-folder.ts";

test("a file goes from its upload into the app; the service says where it is and ends when asked to", async () => {
  using folder = tempFolder();
  const { url, setupLink, process, ended } = await startServe(folder.path);
  const client = new ApiClient(url, await makeKey(folder.path));
  const place = await client.place("community.json");
  await client.put(place, communityFile);
  const { id } = await client.step("POST", "/imports", { path: place.path, mode: "upsert" });
  await client.reaches(id, "waiting_confirmation");
  await client.step("POST", `/imports/${id}/confirm`);
  const { history, reconciliation } = await client.reaches(id, "completed");
  expect(history.map(({ next_state }) => next_state)).toEqual([
    "uploaded",
    "analyzing",
    "waiting_confirmation",
    "importing",
    "completed",
  ]);
  expect(reconciliation!["message"]).toMatchObject({ in_file: 1382, created: 1382 });
  const query = await runCli(["query", "users", "--data", folder.path, "--format", "json"]);
  expect(query.code).toBe(0);
  const events = await client.call("GET", `/imports/${id}/events`);
  expect(events.status).toBe(200);
  process.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  expect(stdout).toBe(
    `Chatferry listens at ${url}\nMake the first account, within a day: ${setupLink}\n`,
  );
  const log = stderr
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(log).toContainEqual(expect.objectContaining({ path: "/imports", status: 201 }));
  expect(stderr).not.toContain("signature");
});

test("a service and a worker beside it that are killed again and again come to the same end", async () => {
  using folder = tempFolder();
  const file = folder.file("many.jsonl");
  writeFileSync(file, manyCommunities(12));
  const [one, other] = [folder.file("whole"), folder.file("cut")];
  const whole = await leadImport(one, file);
  // Anywhere in six stretches of the way; what comes fast is told as one write, so that the last may not be reached.
  const moments = Array.from({ length: 6 }, (_, n) => ((n + Math.random()) / 6) * 0.5);
  console.log("killed at", moments);
  const cut = await leadImport(
    other,
    file,
    moments.map((moment) => Math.ceil(moment * whole.writes)),
  );
  expect(cut.kills).toBeGreaterThan(2);
  expect(cut.task.reconciliation!["message"]!["in_file"]).toBe(12 * 1382);
  expect(storeDifference(one, other)).toBeUndefined();
}, 240_000);

test.for([
  [{ CHATFERRY_PORT: "x" }, 2, "CHATFERRY_PORT is", "a whole number from 0 to 65535"],
  [{ CHATFERRY_HOST: "192.0.2.1" }, 3, "is no address of this machine", "--host"],
] as const)("%j is refused, and it is said what to do", async ([env, code, what, fix]) => {
  using folder = tempFolder();
  // Flags without a command are those of the service.
  const words = ["--data", folder.path];
  const ran = await startCli(words, undefined, [], env).ended;
  expect(ran.code).toBe(code);
  expect(ran.stderr).toContain(what);
  expect(ran.stderr).toContain(fix);
});
