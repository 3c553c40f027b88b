import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { communityFile } from "./community.ts";
import { makeKey } from "./lead-import.ts";
import { plainEnvironment, runCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

/** The commands of a section of docs/http-api.md, one behind the other. */
function commandsOf(section: string): string[] {
  const page = readFileSync("docs/http-api.md", "utf8");
  const text = page.split(`## ${section}\n`)[1]!.split("\n## ")[0]!;
  return text
    .split("\n")
    .filter((line) => line.startsWith("    ") && !/^ +(#|URL=|KEY=|TOKEN=|chatferry)/.test(line))
    .map((line) => line.trim());
}

test("a file goes by curl, as the documentation shows it, from its upload into what can be read", async () => {
  using folder = tempFolder();
  const data = folder.file("data");
  const { url, process: service, ended } = await startServe(data);
  const { key } = await makeKey(data);
  const { stdout: token } = await runCli(["token", "--data", data]);
  writeFileSync(folder.file("export.json.gz"), gzipSync(readFileSync(communityFile)));
  const [auth, place, put, start, events, confirm] = commandsOf("An import");
  const known: Record<string, string> = { URL: url, KEY: key, TOKEN: token.trim() };
  const run = (command: string) =>
    execFileSync("bash", ["-ec", `${auth}\n${command}`], {
      cwd: folder.path,
      env: { ...plainEnvironment(), ...known },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      timeout: 60_000,
    });
  const answer = (command: string) => JSON.parse(run(command)) as never;
  const { path, upload_url } = answer(place!) as { path: string; upload_url: string };
  Object.assign(known, { IMPORT_PATH: path, UPLOAD_URL: upload_url });
  expect(answer(put!)).toMatchObject({ sha256: expect.stringMatching(/^[\da-f]{64}$/) });
  const { import_task } = answer(start!) as { import_task: { id: string; state: string } };
  Object.assign(known, { ID: import_task.id });
  // Events come until it is over: the next step is taken when it waits for it.
  const waiting = run(`sed '/"waiting_confirmation"/q' < <(${events})`);
  expect(waiting).toContain('"state":"waiting_confirmation"');
  expect(confirm).toContain("/confirm");
  const words = ["imports", "confirm", import_task.id, "--watch", "--data", data];
  const confirmed = await runCli(words);
  expect([confirmed.code, confirmed.stdout]).toEqual([0, expect.stringContaining("completed")]);

  const reads = commandsOf("Reading what arrived").map((command) =>
    answer(
      command
        .replaceAll("general", "C061A0WJG")
        .replace(', "id_lt": "m1"', "")
        .replace('"an"', '"in"')
        .replace("lunch", "happy"),
    ),
  );
  for (const [n, list] of ["channels", "messages", "users", "results"].entries()) {
    expect([list, reads[n]![list]]).not.toEqual([list, []]);
  }
  const [{ id }] = reads[1]!["messages"] as [{ id: string }];
  const get = (path: string, body?: object) =>
    answer(
      `curl -sf "$URL${path}${path.includes("?") ? "&" : "?"}$auth" -H "$header"${body ? ` -d '${JSON.stringify(body)}'` : ""}`,
    );
  const member = encodeURIComponent('{"type": "team", "id": "C061A0WJG"}');
  const user = (reads[2]!["users"] as [{ id: string }])[0].id;
  for (const [path, list, body] of [
    ["/app", "app"],
    ["/roles", "roles"],
    ["/channeltypes", "channel_types"],
    [`/members?payload=${member}`, "members"],
    [`/messages/${id}`, "message"],
    [`/messages/${id}/replies`, "messages"],
    [`/messages/${id}/reactions`, "reactions"],
    [`/channels/team/C061A0WJG/messages?ids=${id}`, "messages"],
    ["/threads", "threads", {}],
    [`/unread?user_id=${user}`, "channels"],
    ["/unread_batch", "counts_by_user", { user_ids: [user] }],
    [`/devices?user_id=${user}`, "devices"],
    ["/query_banned_users", "bans"],
    ["/query_future_channel_bans", "bans"],
  ] as const) {
    expect([path, ...Object.keys(get(path, body))]).toContain(list);
  }
  service.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});
