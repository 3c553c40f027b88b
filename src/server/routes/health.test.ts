import { expect, test } from "vitest";
import { testServer } from "../contract/test-server.ts";

test("healthy as long as it answers, ready until it stops", async () => {
  await using server = await testServer();
  const nobody = { key: null, token: null };
  expect((await server.call("GET", "/healthz", nobody)).status).toBe(200);
  expect((await server.call("GET", "/readyz", nobody)).body).toMatchObject({ status: "ok" });
  server.close();
  expect((await server.call("GET", "/healthz", nobody)).status).toBe(200);
  const { status, body } = await server.call("GET", "/readyz", nobody);
  expect(status).toBe(503);
  expect(body).toMatchObject({ code: -1, error: "unavailable" });
});
