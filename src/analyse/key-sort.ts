import { BucketSort } from "./bucket-sort.ts";
import { recordAt, recordKind, recordWords } from "./key-record.ts";
import type { RecordShape, SortedRecords } from "./sort-records.ts";
import { defaultMemory, type SpillOptions } from "./spill.ts";

/** How many buckets the keys fall into, by the first bits of their hash. */
const keyBuckets = 1024;

/** How much of the memory for keys those that are resolved at once take: few enough that the processor keeps them at hand. */
const partOfMemory = 2;

/** How records of keys are sorted: what defines stands in the first half of the buckets, what refers in the second. */
export const keyShape: RecordShape = {
  words: recordWords,
  buckets: 2 * keyBuckets,
  bucketOf: (words, at) => {
    const bucket = words[at + recordAt.key]! >>> 22;
    const kind = words[at + recordAt.kind]! & 0xff;
    return kind <= recordKind.team ? bucket : keyBuckets + bucket;
  },
};

/** Records of keys, in parts that can be resolved one by one: a part has all records of each of its keys. */
export class KeySort {
  readonly #records: BucketSort;
  /** How many definitions a part may have; more only where one bucket has. */
  readonly #partRecords: number;

  constructor(options: SpillOptions) {
    this.#records = new BucketSort(keyShape, options);
    const { memory = defaultMemory } = options;
    this.#partRecords = 2 ** Math.floor(Math.log2(memory / partOfMemory / 4 / recordWords));
  }

  /** Adds the record that begins at `at`, in the order of the files. Call {@link relieve} from time to time. */
  add(records: Uint32Array, at: number): void {
    this.#records.add(records, at);
  }

  /** Adds records sorted as {@link keyShape} says, in the order of the files. Call {@link relieve} from time to time. */
  addSorted(sorted: SortedRecords): void {
    this.#records.addSorted(sorted);
  }

  /** Spills what is in memory where it is too much. */
  relieve(): Promise<void> {
    return this.#records.relieve();
  }

  /** Reads all records that define. */
  definitions(): AsyncGenerator<Uint32Array, void> {
    return this.#records.read(0, keyBuckets);
  }

  /** The parts. Within each, records come in the order of the files as far as they have one key. */
  *parts(): Generator<KeyPart, void> {
    for (let next = 0; next < keyBuckets;) {
      const from = next;
      let to = from + 1;
      let count = this.#records.count(from, to);
      while (to < keyBuckets && count + this.#records.count(to, to + 1) <= this.#partRecords) {
        count += this.#records.count(to, ++to);
      }
      next = to;
      yield {
        count,
        referenceCount: this.#records.count(keyBuckets + from, keyBuckets + to),
        definitions: () => this.#records.read(from, to),
        references: () => this.#records.read(keyBuckets + from, keyBuckets + to),
      };
    }
  }
}

/** All records of some keys, in blocks. */
export interface KeyPart {
  /** How many records define. */
  readonly count: number;
  /** How many refer. */
  readonly referenceCount: number;
  readonly definitions: () => AsyncGenerator<Uint32Array, void>;
  readonly references: () => AsyncGenerator<Uint32Array, void>;
}
