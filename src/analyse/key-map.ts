import { keyWords } from "./key-hash.ts";

const slotWords = keyWords + 2;

/** A hash table from hashed keys to two numbers each, in one typed array that threads can share. Open addressing; a slot whose key is all zero is empty, which a hash is once in 2^128. */
export class KeyMap {
  #slots: Uint32Array;
  #mask: number;
  #size = 0;

  /** @param expected how many keys will come; more make it grow. @param shared makes memory that other threads see. */
  constructor(expected: number, shared = false) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)));
    const bytes = capacity * slotWords * 4;
    this.#slots = new Uint32Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
    this.#mask = capacity - 1;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** The memory behind it, for {@link KeyMap.of} in another thread. */
  get slots(): Uint32Array {
    return this.#slots;
  }

  /** A map over memory that another one made; to be read only. */
  static of(slots: Uint32Array): KeyMap {
    const map = new KeyMap(0);
    map.#slots = slots;
    map.#mask = slots.length / slotWords - 1;
    return map;
  }

  /** The place of the key's numbers, for {@link first} and {@link second}; -1 when it is not there. */
  find(key: Uint32Array, at: number): number {
    const slot = this.#slot(key, at);
    return this.#isEmpty(slot) ? -1 : slot + keyWords;
  }

  /** Adds the key unless it is there; tells whether it was added. */
  add(key: Uint32Array, at: number, first: number, second: number): boolean {
    const slot = this.#slot(key, at);
    if (!this.#isEmpty(slot)) return false;
    this.#slots.set(key.subarray(at, at + keyWords), slot);
    this.#slots[slot + keyWords] = first;
    this.#slots[slot + keyWords + 1] = second;
    this.#size++;
    if (this.#size * 4 > (this.#mask + 1) * 3) this.#grow();
    return true;
  }

  /** The first number at a place that {@link find} gave. */
  first(place: number): number {
    return this.#slots[place]!;
  }

  /** The second number at a place that {@link find} gave. */
  second(place: number): number {
    return this.#slots[place + 1]!;
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
    const bigger = new KeyMap(this.#size * 2, this.#slots.buffer instanceof SharedArrayBuffer);
    for (let slot = 0; slot < this.#slots.length; slot += slotWords) {
      if (this.#isEmpty(slot)) continue;
      const place = slot + keyWords;
      bigger.add(this.#slots, slot, this.first(place), this.second(place));
    }
    this.#slots = bigger.#slots;
    this.#mask = bigger.#mask;
  }
}
