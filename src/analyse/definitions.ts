import { free } from "./free.ts";
import { KeyMap } from "./key-map.ts";
import { recordAt, recordFlag, recordWords } from "./key-record.ts";

/** The records that define keys, one for each: the first of an item, or, where no item has the key, the first of what would have been one. Disposing of it frees the records. */
export class Definitions implements Disposable {
  /** All records, one behind the other. */
  readonly records: Uint32Array;
  readonly #places: KeyMap;

  /** @param records which {@link define} is to be told of one by one */
  constructor(records: Uint32Array) {
    this.records = records;
    this.#places = new KeyMap(records.length / recordWords);
  }

  /** Takes the record at `at` for what defines its key. Tells whether an item with its key is there already. */
  define(at: number): boolean {
    const { records } = this;
    const place = this.#places.add(records, at, at);
    if (place < 0) return false;
    if (!(records[place + recordAt.kind]! & recordFlag.salvaged)) return true;
    if (!(records[at + recordAt.kind]! & recordFlag.salvaged))
      this.#places.replace(records, at, at);
    return false;
  }

  [Symbol.dispose](): void {
    this.#places[Symbol.dispose]();
    free(this.records);
  }

  /** Where the record begins that defines a key; -1 where none does. */
  find(words: Uint32Array, at: number): number {
    return this.#places.find(words, at);
  }
}
