const stopWord = -1;

/** How fast a load goes, and whether it goes on: a word of memory that the thread of the load and the one that steers it share. What is set takes effect within a fraction of a second. */
export class LoadPace {
  /** Items in a second; 0 for no limit, -1 to stop. Hand it to another thread and make a pace of it there. */
  readonly word: Int32Array;
  #owed = 0;
  #since = performance.now();

  constructor(word: Int32Array = new Int32Array(new SharedArrayBuffer(4))) {
    this.word = word;
  }

  /** Most items in a second; null for no limit. */
  get limit(): number | null {
    const word = Atomics.load(this.word, 0);
    return word > 0 ? word : null;
  }

  set limit(items: number | null) {
    const before = Atomics.load(this.word, 0);
    if (before === stopWord || before === (items ?? 0)) return;
    Atomics.compareExchange(this.word, 0, before, items ?? 0);
    Atomics.notify(this.word, 0);
  }

  /** Whether the load is to stop. */
  get stopped(): boolean {
    return Atomics.load(this.word, 0) === stopWord;
  }

  /** Asks the load to stop. */
  stop(): void {
    Atomics.store(this.word, 0, stopWord);
    Atomics.notify(this.word, 0);
  }

  /** Holds up this thread, which has just loaded so many items, as long as the limit wants; until it is lifted or the load is to stop. */
  keep(items: number): void {
    this.#owed += items;
    for (;;) {
      const word = Atomics.load(this.word, 0);
      const now = performance.now();
      this.#owed = word > 0 ? Math.max(0, this.#owed - ((now - this.#since) * word) / 1000) : 0;
      this.#since = now;
      if (this.#owed < 1) return;
      Atomics.wait(this.word, 0, word, (this.#owed * 1000) / word);
    }
  }
}
