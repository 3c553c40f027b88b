/** A signal that Ctrl-C (SIGINT) and SIGTERM abort, so that work stops cleanly. A second one ends the process at once. Dispose of it when there is nothing left to stop. */
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
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
