import { free } from "./free.ts";
import { keyWords } from "./key-hash.ts";

const slotWords = keyWords + 1;

/** A hash table from hashed keys to a number each, in one typed array. Open addressing; a slot whose key is all zero is empty, which a hash is once in 2^128. Disposing of it frees its memory. */
export class KeyMap implements Disposable {
  #slots: Uint32Array;
  #mask: number;
  #size = 0;

  /** @param expected how many keys will come; more make it grow. */
  constructor(expected: number) {
    const capacity = capacityFor(expected);
    this.#slots = new Uint32Array(capacity * slotWords);
    this.#mask = capacity - 1;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a key; -1 when it is not there. */
  find(key: Uint32Array, at: number): number {
    const slot = this.#slot(key, at);
    return this.#isEmpty(slot) ? -1 : this.#slots[slot + keyWords]!;
  }

  /** Adds the key unless it is there; gives the number that it has then, or -1 where it was added. */
  add(key: Uint32Array, at: number, value: number): number {
    const slot = this.#slot(key, at);
    if (!this.#isEmpty(slot)) return this.#slots[slot + keyWords]!;
    for (let i = 0; i < keyWords; i++) this.#slots[slot + i] = key[at + i]!;
    this.#slots[slot + keyWords] = value;
    this.#size++;
    if (this.#size * 4 > (this.#mask + 1) * 3) this.#grow();
    return -1;
  }

  /** Gives a key that is there another number. */
  replace(key: Uint32Array, at: number, value: number): void {
    this.#slots[this.#slot(key, at) + keyWords] = value;
  }

  /** All keys, one behind the other. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.#size * keyWords);
    let end = 0;
    for (let slot = 0; slot < this.#slots.length; slot += slotWords) {
      if (this.#isEmpty(slot)) continue;
      for (let word = 0; word < keyWords; word++) keys[end++] = this.#slots[slot + word]!;
    }
    return keys;
  }

  [Symbol.dispose](): void {
    free(this.#slots);
  }

  #slot(key: Uint32Array, at: number): number {
    const slots = this.#slots;
    const [a, b, c, d] = [key[at]!, key[at + 1]!, key[at + 2]!, key[at + 3]!];
    for (let i = a & this.#mask; ; i = (i + 1) & this.#mask) {
      const slot = i * slotWords;
      if (slots[slot] === a && slots[slot + 1] === b) {
        if (slots[slot + 2] === c && slots[slot + 3] === d) return slot;
      }
      if (this.#isEmpty(slot)) return slot;
    }
  }

  #isEmpty(slot: number): boolean {
    const slots = this.#slots;
    return !slots[slot] && !slots[slot + 1] && !slots[slot + 2] && !slots[slot + 3];
  }

  #grow(): void {
    const bigger = new KeyMap(this.#size * 1.5);
    for (let slot = 0; slot < this.#slots.length; slot += slotWords) {
      if (!this.#isEmpty(slot)) bigger.add(this.#slots, slot, this.#slots[slot + keyWords]!);
    }
    free(this.#slots);
    this.#slots = bigger.#slots;
    this.#mask = bigger.#mask;
  }
}

/** Places of a table in which so many keys find room. */
function capacityFor(keys: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, keys * 1.5)));
}
