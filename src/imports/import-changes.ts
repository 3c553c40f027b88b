/** Tells everybody in this process which import has changed, so that nobody waits for the next look at it. Other processes see it when they look. */
export class ImportChanges {
  readonly #listeners = new Set<(id: string) => void>();

  /** Says that an import has changed, or gone on. */
  tell(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }

  /** Listens until disposed of. */
  listen(listener: (id: string) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  /** Resolves with the next change of any import, or of the one named; after so many milliseconds; or when the signal is aborted. */
  async next(milliseconds: number, signal?: AbortSignal, id?: string): Promise<void> {
    if (signal?.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    using _listening = this.listen((changed) => {
      if (id === undefined || changed === id) resolve();
    });
    const timer = setTimeout(resolve, milliseconds);
    const onAbort = () => resolve();
    signal?.addEventListener("abort", onAbort);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  }
}
