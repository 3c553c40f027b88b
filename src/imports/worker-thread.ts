import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { openImports } from "./open-imports.ts";
import { runWorker } from "./run-worker.ts";
import type { WorkerEvent } from "./worker-event.ts";
import type { WorkerOptions } from "./worker-options.ts";

/** What the thread of a worker is started with. */
export type WorkerThreadStart = Omit<WorkerOptions, "signal" | "onEvent">;

/** What the thread is told. */
export type ToWorkerThread =
  | { readonly kind: "stop" }
  | { readonly kind: "changed"; readonly id: string };

/** What it tells. */
export type FromWorkerThread =
  | { readonly kind: "event"; readonly event: WorkerEvent }
  | { readonly kind: "changed"; readonly id: string };

/** How much the thread gives way to those that answer somebody: a third of the processor where both want it. */
const nice = 5;

// On Linux that is this thread's, and that of the threads it starts; elsewhere the whole process's.
if (process.platform === "linux") setPriority(0, nice);

const options = workerData as WorkerThreadStart;
const port = parentPort!;
const stop = new AbortController();
const tell = (message: FromWorkerThread) => port.postMessage(message);
let relaying = false;

await using imports = await openImports(options.location);
using _listening = imports.changes.listen((id) => {
  if (!relaying) tell({ kind: "changed", id });
});
port.on("message", (message: ToWorkerThread) => {
  if (message.kind === "stop") return stop.abort();
  relaying = true;
  imports.changes.tell(message.id);
  relaying = false;
});
await runWorker(imports, {
  ...options,
  signal: stop.signal,
  onEvent: (event) => tell({ kind: "event", event }),
});
port.close();
