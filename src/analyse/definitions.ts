import { KeyMap } from "./key-map.ts";
import { recordAt, recordFlag, recordWords } from "./key-record.ts";

/** The records that define keys, one for each: the first of an item, or, where no item has the key, the first of what would have been one. */
export class Definitions {
  /** The records, one behind the other. */
  records = new Uint32Array(1024 * recordWords);
  readonly #places = new KeyMap(0);

  /** Lets go of all records, but not of the memory. */
  clear(): void {
    this.#places.clear();
  }

  /** Adds a record. Tells whether an item with its key is there already. */
  add(words: Uint32Array, at: number): boolean {
    const place = this.find(words, at);
    if (place < 0) {
      const end = this.#places.size * recordWords;
      if (end === this.records.length) {
        this.records = new Uint32Array(this.records.buffer.transfer(2 * this.records.byteLength));
      }
      this.records.set(words.subarray(at, at + recordWords), end);
      this.#places.add(words, at, end);
      return false;
    }
    if (!(this.records[place + recordAt.kind]! & recordFlag.salvaged)) return true;
    if (!(words[at + recordAt.kind]! & recordFlag.salvaged)) {
      this.records.set(words.subarray(at, at + recordWords), place);
    }
    return false;
  }

  /** Where the record begins that defines a key; -1 where none does. */
  find(words: Uint32Array, at: number): number {
    return this.#places.find(words, at);
  }
}
