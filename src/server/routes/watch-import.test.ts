import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { work } from "../../imports/contract/work.ts";
import { type TestServer, testServer } from "../contract/test-server.ts";
import { importOf, reaches } from "../contract/upload.ts";
import type { ImportTask } from "../wire/import-task.ts";

const community = readFileSync("fixtures/community.json");

interface Event {
  readonly id: string;
  readonly task: ImportTask;
}

/** The events of an import, until its stream ends. */
async function* events(server: TestServer, id: string, headers = {}): AsyncGenerator<Event> {
  const response = await server.fetch("GET", `/imports/${id}/events`, { headers });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  let text = "";
  for await (const block of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (text + block).split("\n\n");
    text = parts.pop()!;
    for (const part of parts) {
      const [, id, data] = /^id: (.+)\nevent: import\ndata: (.+)$/.exec(part)!;
      yield { id: id!, task: (JSON.parse(data!) as { import_task: ImportTask }).import_task };
    }
  }
}

test("an import is watched to its end, and not begun anew by who has seen it", async () => {
  await using server = await testServer({ rateLimit: 0 });
  const { id } = await importOf(server, community);
  await using _worker = work(server.imports);
  const states: string[] = [];
  let last = "";
  for await (const event of events(server, id)) {
    if (states.at(-1) !== event.task.state) states.push(event.task.state);
    if (event.task.state === "waiting_confirmation") {
      await server.call("POST", `/imports/${id}/confirm`);
    }
    expect(event.id).not.toBe(last);
    last = event.id;
  }
  expect(states.at(0)).toMatch(/uploaded|analyzing/);
  expect(states.slice(-3)).toEqual(["waiting_confirmation", "importing", "completed"]);
  const headers = { "Last-Event-ID": last };
  expect((await server.fetch("GET", `/imports/${id}/events`, { headers })).status).toBe(204);
});

test("who comes back gets what it has not seen, and nothing twice", async () => {
  await using server = await testServer({ rateLimit: 0 });
  const { id } = await importOf(server, "[]");
  const first = events(server, id);
  const { value: seen } = await first.next();
  await first.return(undefined);
  const again = events(server, id, { "Last-Event-ID": (seen as Event).id });
  const next = again.next();
  await server.call("POST", `/imports/${id}/cancel`);
  expect(((await next).value as Event).task.state).toBe("cancelled");
  expect((await again.next()).done).toBe(true);
});

test("a watcher that goes away is forgotten, and a server that stops ends its streams", async () => {
  await using server = await testServer({ rateLimit: 0 });
  const { id } = await importOf(server, "[]");
  const one = events(server, id);
  await one.next();
  const other = events(server, id);
  await other.next();
  await one.return(undefined);
  const end = other.next();
  server.close();
  expect((await end).done).toBe(true);
  await using _worker = work(server.imports);
  await reaches(server, { id }, "waiting_confirmation");
});
