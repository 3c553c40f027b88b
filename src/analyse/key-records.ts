import { keyWords } from "./key-hash.ts";
import { recordAt, recordWords } from "./key-record.ts";

/** Gathers the records of a chunk, one behind the other. */
export class KeyRecords {
  /** The records and room for more: replaced when it grows. */
  words = new Uint32Array(4096 * recordWords);
  #length = 0;
  /** Where the records are that {@link KeyRecords.count} knows, by their first word; -1 where none is. */
  #places = new Int32Array(1024).fill(-1);
  #counted = 0;

  /** Gives the records, as large as they are, and begins anew. */
  take(): Uint32Array {
    const taken = this.words.slice(0, this.#length);
    this.words.fill(0, 0, this.#length);
    this.#places.fill(-1);
    this.#length = 0;
    this.#counted = 0;
    return taken;
  }

  /** Begins a record and gives its place: its key is still to be written. */
  add(kind: number, ordinal: number): number {
    const at = this.#length;
    this.#length += recordWords;
    if (this.#length > this.words.length) {
      const bigger = new Uint32Array(this.words.length * 2);
      bigger.set(this.words);
      this.words = bigger;
    }
    this.words[at + recordAt.kind] = kind;
    this.words[at + recordAt.ordinal] = ordinal;
    this.words[at + recordAt.count] = 1;
    return at;
  }

  /** Counts the record at `at`, the last one, in an earlier one with its key where one was counted, and takes it back then. */
  count(at: number): void {
    const { words } = this;
    const mask = this.#places.length - 1;
    for (let i = words[at]! & mask; ; i = (i + 1) & mask) {
      const place = this.#places[i]!;
      if (place < 0) {
        this.#places[i] = at;
        this.#counted++;
        if (this.#counted * 2 > mask) this.#spread();
        return;
      }
      if (isSameKey(words, place, at)) {
        words[place + recordAt.count]!++;
        words.fill(0, at, at + recordWords);
        this.#length = at;
        return;
      }
    }
  }

  #spread(): void {
    const places = new Int32Array(this.#places.length * 2).fill(-1);
    const mask = places.length - 1;
    for (const place of this.#places) {
      if (place < 0) continue;
      let i = this.words[place]! & mask;
      while (places[i]! >= 0) i = (i + 1) & mask;
      places[i] = place;
    }
    this.#places = places;
  }
}

function isSameKey(words: Uint32Array, a: number, b: number): boolean {
  for (let i = 0; i < keyWords; i++) if (words[a + i] !== words[b + i]) return false;
  return true;
}
