const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that Ctrl-C (SIGINT), SIGTERM and the closing of the terminal (SIGHUP) abort, so that work stops cleanly. A second one ends the process at once. Dispose of it when there is nothing left to stop. */
export interface Interrupt extends Disposable {
  readonly signal: AbortSignal;
}

/** Begins to listen. */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
