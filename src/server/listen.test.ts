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

test.for([
  ["GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, 4],
  ["GET / HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n", 400, 4],
  ["hello\r\n\r\n", 400, 4],
  [`GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: h\r\n\r\n`, 431, 24],
] as const)(
  "what is no request is answered like an error of the API: %j",
  async ([text, status, code]) => {
    const server = { fetch: async () => new Response() };
    await using listening = await listen(server, { host: "127.0.0.1", port: 0 });
    const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
    socket.write(text);
    let answer = "";
    for await (const block of socket) {
      answer += String(block);
      if (answer.includes("}")) break;
    }
    expect(answer).toMatch(`HTTP/1.1 ${status} `);
    const [body] = /\{.*\}/.exec(answer)!;
    expect(JSON.parse(body)).toMatchObject({
      code,
      StatusCode: status,
      more_info: expect.stringMatching(`^${listening.url}/docs/errors#`),
    });
  },
);
