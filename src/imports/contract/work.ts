import { runWorker } from "../run-worker.ts";
import type { WorkerEvent } from "../worker-event.ts";
import type { WorkerOptions } from "../worker-options.ts";
import type { TempImports } from "./temp-imports.ts";

/** A worker of a test; disposing of it stops it and waits for its end. */
export interface TestWorker extends AsyncDisposable {
  /** What it has told so far. */
  readonly events: readonly WorkerEvent[];
}

/** Starts a worker in this thread that looks and beats often. */
export function work(
  imports: TempImports,
  options: Partial<Omit<WorkerOptions, "location" | "signal">> = {},
): TestWorker {
  const stop = new AbortController();
  const events: WorkerEvent[] = [];
  const ended = runWorker(imports, {
    location: imports.location,
    signal: stop.signal,
    lease: 2_000,
    beat: 50,
    poll: 50,
    backoff: 1,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return {
    events,
    [Symbol.asyncDispose]: () => {
      stop.abort();
      return ended;
    },
  };
}
