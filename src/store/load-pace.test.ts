import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { LoadPace } from "./load-pace.ts";

test("without a limit nobody is held up", () => {
  const pace = new LoadPace();
  for (let n = 0; n < 1000; n++) pace.keep(1_000_000);
  expect(pace.limit).toBeNull();
});

test("a limit holds up whoever is faster, as long as it takes", () => {
  const pace = new LoadPace();
  pace.limit = 1000;
  const began = performance.now();
  for (let n = 0; n < 10; n++) pace.keep(20);
  expect(performance.now() - began).toBeGreaterThan(190);
});

test.each([
  ["lifting the limit", "pace.limit = null"],
  ["asking to stop", "pace.stop()"],
])("%s frees the thread that is held up", async (_what, change) => {
  const pace = new LoadPace();
  pace.limit = 1;
  const module = JSON.stringify(new URL("load-pace.ts", import.meta.url).href);
  // An hour's worth of items.
  const code = `
    const { workerData, parentPort } = require("node:worker_threads");
    import(${module}).then(({ LoadPace }) => {
      parentPort.postMessage("held up");
      new LoadPace(workerData).keep(3600);
      parentPort.postMessage("free");
    });`;
  const worker = new Worker(code, { eval: true, workerData: pace.word });
  const said: unknown[] = [];
  await new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => resolve());
    worker.on("message", (message) => {
      said.push(message);
      if (change === "pace.stop()") pace.stop();
      else pace.limit = null;
    });
  });
  expect(said).toEqual(["held up", "free"]);
});

test("a pace that was asked to stop does not start again", () => {
  const pace = new LoadPace();
  pace.stop();
  pace.limit = 5;
  expect(pace.stopped).toBe(true);
  expect(pace.limit).toBeNull();
});
