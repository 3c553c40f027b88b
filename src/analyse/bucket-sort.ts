import { free } from "./free.ts";
import { defaultMemory, type Spill, type SpillOptions } from "./spill.ts";

/** What the records of a {@link BucketSort} are like. */
export interface RecordShape {
  /** Words of a record. */
  readonly words: number;
  readonly buckets: number;
  /** The bucket of the record that begins at `at`, from 0. */
  readonly bucketOf: (words: Uint32Array, at: number) => number;
}

/** Records that were sorted together and spilled. */
interface Run {
  /** Where they begin. */
  readonly at: number;
  /** How many records stand before each bucket; one more than there are buckets. */
  readonly starts: Uint32Array;
}

const segmentRecords = 16_384;
const blockRecords = 4096;

/** Sorts records of fixed width into buckets, those of a bucket in the order in which they were added, in bounded memory: when there are too many, they are spilled as a run that is sorted by itself. First all are added, then they are read. */
export class BucketSort {
  readonly #shape: RecordShape;
  readonly #spill: Spill | undefined;
  /** How many records are held in memory. */
  readonly #most: number;
  readonly #runs: Run[] = [];
  readonly #segments: Uint32Array[] = [];
  readonly #counts: Uint32Array;
  #held = 0;
  #sorted: { readonly starts: Uint32Array; readonly order: Uint32Array } | undefined;

  constructor(shape: RecordShape, { spill, memory = defaultMemory }: SpillOptions) {
    this.#shape = shape;
    this.#spill = spill;
    this.#most = Math.max(1, Math.floor(memory / 4 / shape.words));
    this.#counts = new Uint32Array(shape.buckets);
  }

  /** Adds the record that begins at `at`. Call {@link relieve} from time to time. */
  add(records: Uint32Array, at: number): void {
    const { words, bucketOf } = this.#shape;
    const segment = this.#segment(Math.floor(this.#held / segmentRecords));
    const to = (this.#held % segmentRecords) * words;
    for (let word = 0; word < words; word++) segment[to + word] = records[at + word]!;
    this.#counts[bucketOf(records, at)]!++;
    this.#held++;
    this.#sorted = undefined;
  }

  /** Spills what is in memory where it is too much. */
  async relieve(): Promise<void> {
    if (this.#spill === undefined || this.#held < this.#most) return;
    let at: number | undefined;
    const { words, buckets } = this.#shape;
    for (const block of this.#heldBlocks(0, buckets, new Uint32Array(blockRecords * words))) {
      const began = await this.#spill.append(block);
      at ??= began;
    }
    this.#runs.push({ at: at!, starts: this.#sort().starts });
    this.#held = 0;
    this.#sorted = undefined;
  }

  /** How many records there are in the buckets [`from`, `to`). */
  count(from: number, to: number): number {
    let sum = 0;
    for (let bucket = from; bucket < to; bucket++) sum += this.#counts[bucket]!;
    return sum;
  }

  /** Reads the records in the buckets [`from`, `to`) in blocks, each of which is overwritten by the next. Those of one bucket come in the order in which they were added. */
  async *read(from: number, to: number): AsyncGenerator<Uint32Array, void> {
    const { words } = this.#shape;
    const into = new Uint32Array(Math.min(blockRecords, this.count(from, to)) * words);
    for (const { at, starts } of this.#runs) {
      const end = starts[to]!;
      for (let n = starts[from]!; n < end; n += blockRecords) {
        const count = Math.min(blockRecords, end - n);
        const block = into.subarray(0, count * words);
        await this.#spill!.read(at + n * words, block);
        yield block;
      }
    }
    yield* this.#heldBlocks(from, to, into);
    free(into);
  }

  *#heldBlocks(from: number, to: number, block: Uint32Array): Generator<Uint32Array, void> {
    if (this.#held === 0) return;
    const { words } = this.#shape;
    const { starts, order } = this.#sort();
    const end = starts[to]!;
    for (let n = starts[from]!; n < end;) {
      const count = Math.min(blockRecords, end - n);
      for (let i = 0; i < count; i++, n++) {
        const record = order[n]!;
        const segment = this.#segments[Math.floor(record / segmentRecords)]!;
        const at = (record % segmentRecords) * words;
        for (let word = 0; word < words; word++) block[i * words + word] = segment[at + word]!;
      }
      yield block.subarray(0, count * words);
    }
  }

  /** The order of the records in memory, by bucket. */
  #sort() {
    if (this.#sorted) return this.#sorted;
    const { words, buckets, bucketOf } = this.#shape;
    const starts = new Uint32Array(buckets + 1);
    const each = (call: (record: number, bucket: number) => void) => {
      for (let n = 0; n < this.#held; n++) {
        const segment = this.#segments[Math.floor(n / segmentRecords)]!;
        call(n, bucketOf(segment, (n % segmentRecords) * words));
      }
    };
    each((_, bucket) => starts[bucket + 1]!++);
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
    const next = starts.slice();
    const order = new Uint32Array(this.#held);
    each((record, bucket) => (order[next[bucket]!++] = record));
    this.#sorted = { starts, order };
    return this.#sorted;
  }

  #segment(n: number): Uint32Array {
    return (this.#segments[n] ??= new Uint32Array(segmentRecords * this.#shape.words));
  }
}
