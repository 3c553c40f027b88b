/** A turn at an upload. Disposing of it ends it. */
export interface UploadTurn extends Disposable {
  /** Aborted when somebody else wants to go on with the upload. */
  readonly signal: AbortSignal;
}

/** Lets one at a time work on an upload: the latest. Whoever lost its connection comes back before the server has seen that the old one is dead. */
export class UploadTurns {
  readonly #held = new Map<
    string,
    { readonly stop: AbortController; readonly ended: Promise<void> }
  >();

  /** Asks who has the turn to stop, and waits until it has. */
  async take(id: string): Promise<UploadTurn> {
    const before = this.#held.get(id);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const own = { stop: new AbortController(), ended };
    this.#held.set(id, own);
    before?.stop.abort();
    await before?.ended;
    return {
      signal: own.stop.signal,
      [Symbol.dispose]: () => {
        if (this.#held.get(id) === own) this.#held.delete(id);
        resolve();
      },
    };
  }
}
