import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Imports } from "./imports.ts";
import type { WorkerOptions } from "./worker-options.ts";
import type { FromWorkerThread, ToWorkerThread, WorkerThreadStart } from "./worker-thread.ts";

/** A worker in a thread of its own. Disposing of it asks it to stop and waits until it has let go of what it holds. */
export interface OpenWorker extends AsyncDisposable {
  /** Resolves when it has stopped; rejects when the thread died. */
  readonly ended: Promise<void>;
}

/** Runs a worker in a thread of its own, see {@link runWorker}: what has to answer quickly is not held up by an analysis. Changes are told between the threads. */
export function openWorker(
  { changes }: Pick<Imports, "changes">,
  { onEvent, ...options }: Omit<WorkerOptions, "signal">,
): OpenWorker {
  const script = new URL(import.meta.url.replace(/open-worker(\.[jt]s)$/, "worker-thread$1"));
  const thread = new Worker(script, { workerData: options satisfies WorkerThreadStart });
  const send = (message: ToWorkerThread) => thread.postMessage(message);
  let relaying = false;
  const listening = changes.listen((id) => {
    if (!relaying) send({ kind: "changed", id });
  });
  thread.on("message", (message: FromWorkerThread) => {
    if (message.kind === "event") return onEvent?.(message.event);
    relaying = true;
    changes.tell(message.id);
    relaying = false;
  });
  const ended = once(thread, "exit").then(() => listening[Symbol.dispose]());
  // Whoever waits for the end hears of a failure.
  ended.catch(() => listening[Symbol.dispose]());
  return {
    ended,
    [Symbol.asyncDispose]: () => {
      send({ kind: "stop" });
      // Of its death, whoever waits for `ended` hears.
      return ended.catch(() => undefined);
    },
  };
}
