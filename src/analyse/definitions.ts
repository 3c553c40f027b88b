import { free } from "./free.ts";
import { KeyMap } from "./key-map.ts";
import { recordAt, recordFlag, recordWords } from "./key-record.ts";

/** The records that define keys, one for each: the first of an item, or, where no item has the key, the first of what would have been one. */
export class Definitions {
  /** All records that were appended, one behind the other; those of earlier parts behind them. */
  records = new Uint32Array(0);
  /** Where the records end. */
  end = 0;
  readonly #places = new KeyMap(0);

  /** Lets go of all records and makes room for as many as will come. */
  clear(count: number): void {
    this.#places.clear(count);
    this.end = 0;
    if (this.records.length >= count * recordWords) return;
    free(this.records);
    this.records = new Uint32Array(count * recordWords);
  }

  /** Puts records behind the others, which {@link define} is to be told of one by one. Tells where they begin. */
  append(records: Uint32Array): number {
    const at = this.end;
    this.records.set(records, at);
    this.end += records.length;
    return at;
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

  /** Where the record begins that defines a key; -1 where none does. */
  find(words: Uint32Array, at: number): number {
    return this.#places.find(words, at);
  }
}
