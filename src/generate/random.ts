const size = 0x1_0000_0000;

/** A stream of numbers that only depends on its seed, the same on any machine: sfc32 of Chris Doty-Humphrey's PractRand, which is fast, small and passes its tests. Nothing here may use Math.pow, Math.log and their like, which engines may round differently. */
export class Random {
  #a: number;
  #b: number;
  #c = 0;
  #counter = 1;

  /** `seed` and `stream` are whole numbers of 32 bits; streams of one seed are independent of each other. */
  constructor(seed: number, stream: number) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    for (let i = 0; i < 12; i++) this.next();
  }

  /** The next number, from 0 up to and without 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / size;
  }

  /** A whole number from 0 up to and without `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the entries of a list that has some. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
