import { keyWords } from "./key-hash.ts";
import { recordAt } from "./key-record.ts";
import { verdictAt, verdictWords } from "./verdict.ts";

/** Gathers what is found of keys, as records that `verdictAt` tells about. */
export class Verdicts {
  #words = new Uint32Array(64 * verdictWords);
  #length = 0;

  /** Says of the item of a record what `bits` stand for; nothing where there are none. */
  judge(words: Uint32Array, at: number, bits: number): void {
    if (bits === 0) return;
    const to = this.#add(words, at);
    this.#words[to + verdictAt.bits] = bits;
    this.#words[to + verdictAt.ordinal] = words[at + recordAt.ordinal]!;
  }

  /** Says that nothing defines the key of a record. Tells where that stands. */
  miss(words: Uint32Array, at: number): number {
    const to = this.#add(words, at);
    for (let i = 0; i < keyWords; i++) {
      this.#words[to + verdictAt.key + i] = words[at + recordAt.key + i]!;
    }
    return to;
  }

  /** Gives all of it. */
  take(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }

  #add(words: Uint32Array, at: number): number {
    const to = this.#length;
    this.#length += verdictWords;
    if (this.#length > this.#words.length) {
      const bigger = new Uint32Array(this.#words.length * 2);
      bigger.set(this.#words);
      this.#words = bigger;
    }
    this.#words[to + verdictAt.chunk] = words[at + recordAt.chunk]!;
    return to;
  }
}
