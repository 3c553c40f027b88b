import { type KeyHasher, keyWords } from "./key-hash.ts";

const slots = 4096;

/** Longest key that is remembered, in bytes. */
const width = 96;

/** Remembers the hashes of keys that come again and again. Keys that fall on one place take turns in it: who is clever about that makes it slow, and no more. */
export class KeyCache {
  /** The hash of the key in each slot. */
  readonly hashes = new Uint32Array((slots + 1) * keyWords);
  /** Which key is in a slot: no other one ever has its number. */
  readonly numbers = new Uint32Array(slots + 1);
  /** Where the record begins that counts the references to the key, -1 where there is none yet. */
  readonly places = new Int32Array(slots + 1).fill(-1);
  readonly #space: number;
  readonly #hasher: KeyHasher;
  readonly #lengths = new Uint8Array(slots);
  readonly #texts = new DataView(new ArrayBuffer(slots * width));
  #keys = 0;

  constructor(space: number, hasher: KeyHasher) {
    this.#space = space;
    this.#hasher = hasher;
  }

  /** Lets go of all places. */
  forgetPlaces(): void {
    this.places.fill(-1);
  }

  /** The slot of the key that stands as ASCII in [`from`, `to`), until the next call. */
  find(bytes: DataView, from: number, to: number): number {
    const length = to - from;
    let slot = slots;
    if (length <= width) {
      slot = place(bytes, from, to);
      if (this.#lengths[slot] === length && this.#isAt(slot * width, bytes, from, to)) return slot;
      this.#lengths[slot] = length;
      for (let i = 0; i < length; i++) {
        this.#texts.setUint8(slot * width + i, bytes.getUint8(from + i));
      }
    }
    this.numbers[slot] = ++this.#keys;
    this.places[slot] = -1;
    this.#hasher.hashBytes(this.#space, bytes, from, to, this.hashes, slot * keyWords);
    return slot;
  }

  #isAt(at: number, bytes: DataView, from: number, to: number): boolean {
    const texts = this.#texts;
    let i = from;
    for (; i + 4 <= to; i += 4, at += 4) {
      if (texts.getInt32(at, true) !== bytes.getInt32(i, true)) return false;
    }
    for (; i < to; i++, at++) if (texts.getUint8(at) !== bytes.getUint8(i)) return false;
    return true;
  }
}

function place(bytes: DataView, from: number, to: number): number {
  let mixed = to - from;
  let i = from;
  for (; i + 4 <= to; i += 4) mixed = Math.imul(mixed ^ bytes.getInt32(i, true), 0x9e3779b1);
  for (; i < to; i++) mixed = Math.imul(mixed ^ bytes.getUint8(i), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
