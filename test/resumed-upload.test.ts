import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import type { ImportTask } from "../src/server/index.ts";
import { makeKey } from "./lead-import.ts";
import { startCli } from "./run-cli.ts";
import { startServe } from "./start-serve.ts";
import { tempFolder } from "./temp-folder.ts";

const mebibyte = 1_048_576;

/** A network in front of a server, which can be cut. */
async function openNetwork() {
  const sockets = new Set<Socket>();
  const state = { target: "", passed: 0, cuts: 0, cutAfter: Infinity };
  let since = 0;
  const server = createServer((near) => {
    const far = connect(Number(new URL(state.target).port), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", ({ length }) => {
      state.passed += length;
      since += length;
      if (since < state.cutAfter) return;
      since = 0;
      state.cuts++;
      for (const socket of sockets) socket.resetAndDestroy();
    });
    near.pipe(far).pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}

test("an upload that is cut ten times, the server killed and started again in between, arrives whole", async () => {
  using folder = tempFolder();
  const data = folder.file("data");
  const file = folder.file("export.json");
  const bytes = randomBytes(66 * mebibyte);
  writeFileSync(file, bytes);
  await using network = await openNetwork();
  const { state } = network;
  let served = await startServe(data);
  state.target = served.url;
  const { key, secret } = await makeKey(data);
  const env = { CHATFERRY_URL: network.url, CHATFERRY_KEY: key, CHATFERRY_SECRET: secret };
  state.cutAfter = 6 * mebibyte;
  const upload = startCli(["upload", file, "--format", "json"], undefined, [], env);
  for (let cut = 1; cut <= 10; cut++) {
    await expect.poll(() => state.cuts).toBeGreaterThanOrEqual(cut);
    if (cut !== 5) continue;
    served.process.kill("SIGKILL");
    await served.ended;
    served = await startServe(data);
    state.target = served.url;
  }
  state.cutAfter = Infinity;
  const { code, stdout, stderr } = await upload.ended;
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/(The upload goes on at .*\n[^]*){10}/),
  ]);
  const { sha256, size } = JSON.parse(stdout) as ImportTask;
  expect([size, sha256]).toEqual([bytes.length, createHash("sha256").update(bytes).digest("hex")]);
  // What had arrived was not sent again, but for what was on its way.
  expect(state.passed).toBeLessThan(2 * bytes.length);
  served.process.kill("SIGTERM");
  await served.ended;
});
