import { connect } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";

test("a server on a port answers, knows who calls, and lets answers end when it stops", async () => {
  const { promise: go, resolve } = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const listening = await listen(
    {
      async fetch(request, { address }) {
        if (request.url.endsWith("/slow")) {
          asked.resolve();
          await go;
        }
        return new Response(`${address} ${new URL(request.url).pathname}`);
      },
    },
    { host: "127.0.0.1", port: 0 },
  );
  expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${listening.url}/a`)).text()).toBe("127.0.0.1 /a");
  const slow = fetch(`${listening.url}/slow`);
  await asked.promise;
  const closed = listening[Symbol.asyncDispose]();
  resolve();
  expect(await (await slow).text()).toBe("127.0.0.1 /slow");
  await closed;
  const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
  const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNREFUSED");
});

test("a port that is taken is told", async () => {
  const server = { fetch: async () => new Response() };
  await using first = await listen(server, { host: "127.0.0.1", port: 0 });
  const port = Number(new URL(first.url).port);
  await expect(listen(server, { host: "127.0.0.1", port })).rejects.toMatchObject({
    message: `Port ${port} of 127.0.0.1 is taken.`,
    fix: "Stop what listens there, or name another by --port; 0 takes one that is free.",
  });
  await expect(listen(server, { host: "192.0.2.1", port })).rejects.toMatchObject({
    name: "ListenError",
    fix: expect.stringContaining("--host"),
  });
});
