import { expect, test } from "vitest";
import { work } from "../../imports/contract/work.ts";
import { manyMessages } from "../../imports/contract/temp-imports.ts";
import { testServer } from "../contract/test-server.ts";
import { importOf, reaches } from "../contract/upload.ts";

test("tells imports by state, how fast they go, how long they wait, and how long requests took", async () => {
  await using server = await testServer({ rateLimit: 0 });
  const metrics = async () => {
    const { body } = await server.call("GET", "/metrics", { key: null, token: null });
    return body as string;
  };
  expect(await metrics()).toContain("chatferry_import_queue_age_seconds 0\n");
  const { id } = await importOf(server, manyMessages(5_000), { throttle: 100 });
  expect(await metrics()).toMatch(/chatferry_import_queue_age_seconds 0\.\d+\n/);
  await using _worker = work(server.imports);
  await reaches(server, { id }, "waiting_confirmation");
  expect(await metrics()).toContain('chatferry_imports{state="waiting_confirmation"} 1\n');
  await server.call("POST", `/imports/${id}/confirm`);
  await expect.poll(metrics).toMatch(/chatferry_import_items_per_second [1-9]/);
  const text = await metrics();
  expect(text).toContain(
    'chatferry_http_request_duration_seconds_count{operation="ConfirmImport",status="200"} 1\n',
  );
  expect(text).toMatch(/_bucket\{operation="ConfirmImport",status="200",le="\+Inf"\} 1\n/);
  for (const line of text.trimEnd().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/);
  }
  await server.call("POST", `/imports/${id}/cancel`);
});
