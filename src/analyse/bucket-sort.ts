import { free } from "./free.ts";
import { type RecordShape, type SortedRecords, sortRecords } from "./sort-records.ts";
import { defaultMemory, type Spill, type SpillOptions } from "./spill.ts";

/** Records that were spilled together, sorted by bucket. */
interface SpilledRun {
  /** Where they begin. */
  readonly at: number;
  readonly starts: Uint32Array;
}

const segmentRecords = 16_384;
const blockRecords = 4096;

/** Keeps records of fixed width by buckets, those of a bucket in the order in which they came, in bounded memory: when there are too many, they are spilled as a run that is sorted by itself. First all are added, then they are read. */
export class BucketSort {
  readonly #shape: RecordShape;
  readonly #spill: Spill | undefined;
  /** How many records are held in memory. */
  readonly #most: number;
  readonly #spilled: SpilledRun[] = [];
  #held: SortedRecords[] = [];
  readonly #counts: Uint32Array;
  #heldRecords = 0;
  /** What was added one by one since the last run, and how many records that is. */
  #segment = new Uint32Array(0);
  #unsorted = 0;

  constructor(shape: RecordShape, { spill, memory = defaultMemory }: SpillOptions) {
    this.#shape = shape;
    this.#spill = spill;
    this.#most = Math.max(1, Math.floor(memory / 4 / shape.words));
    this.#counts = new Uint32Array(shape.buckets);
  }

  /** Adds the record that begins at `at`. Call {@link relieve} from time to time. */
  add(records: Uint32Array, at: number): void {
    const { words, bucketOf } = this.#shape;
    if (this.#segment.length === 0) this.#segment = new Uint32Array(segmentRecords * words);
    const to = this.#unsorted * words;
    for (let word = 0; word < words; word++) this.#segment[to + word] = records[at + word]!;
    this.#counts[bucketOf(records, at)]!++;
    this.#heldRecords++;
    if (++this.#unsorted === segmentRecords) this.#sort();
  }

  /** Adds records that are sorted already, and keeps them. Call {@link relieve} from time to time. */
  addSorted(sorted: SortedRecords): void {
    if (sorted.records.length === 0) return;
    this.#sort();
    this.#held.push(sorted);
    this.#heldRecords += sorted.records.length / this.#shape.words;
    for (let bucket = 0; bucket < this.#counts.length; bucket++) {
      this.#counts[bucket]! += sorted.starts[bucket + 1]! - sorted.starts[bucket]!;
    }
  }

  /** Spills what is in memory where it is too much. */
  async relieve(): Promise<void> {
    if (this.#spill === undefined || this.#heldRecords < this.#most) return;
    this.#sort();
    let at: number | undefined;
    for (const block of this.#heldByBucket()) {
      const began = await this.#spill.append(block);
      at ??= began;
    }
    const starts = new Uint32Array(this.#counts.length + 1);
    for (const run of this.#held) {
      for (let bucket = 0; bucket < starts.length; bucket++) starts[bucket]! += run.starts[bucket]!;
      free(run.records);
      free(run.starts);
    }
    this.#spilled.push({ at: at!, starts });
    this.#held = [];
    this.#heldRecords = 0;
  }

  /** How many records there are in the buckets [`from`, `to`). */
  count(from: number, to: number): number {
    let sum = 0;
    for (let bucket = from; bucket < to; bucket++) sum += this.#counts[bucket]!;
    return sum;
  }

  /** Reads the records in the buckets [`from`, `to`) in blocks, each of which may be overwritten by the next. Those of one bucket come in the order in which they were added. */
  async *read(from: number, to: number): AsyncGenerator<Uint32Array, void> {
    this.#sort();
    const { words } = this.#shape;
    const into = new Uint32Array(Math.min(blockRecords, this.count(from, to)) * words);
    for (const { at, starts } of this.#spilled) {
      const end = starts[to]!;
      for (let n = starts[from]!; n < end; n += blockRecords) {
        const count = Math.min(blockRecords, end - n);
        const block = into.subarray(0, count * words);
        await this.#spill!.read(at + n * words, block);
        yield block;
      }
    }
    free(into);
    for (const { records, starts } of this.#held) {
      if (starts[from]! < starts[to]!) {
        yield records.subarray(starts[from]! * words, starts[to]! * words);
      }
    }
  }

  /** What is in memory, bucket by bucket, in blocks that are overwritten. */
  *#heldByBucket(): Generator<Uint32Array, void> {
    const { words, buckets } = this.#shape;
    const block = new Uint32Array(blockRecords * words);
    let filled = 0;
    for (let bucket = 0; bucket < buckets; bucket++) {
      for (const { records, starts } of this.#held) {
        const end = starts[bucket + 1]! * words;
        for (let at = starts[bucket]! * words; at < end;) {
          const stop = Math.min(end, at + block.length - filled);
          block.set(records.subarray(at, stop), filled);
          filled += stop - at;
          at = stop;
          if (filled < block.length) continue;
          yield block;
          filled = 0;
        }
      }
    }
    if (filled > 0) yield block.subarray(0, filled);
  }

  #sort(): void {
    if (this.#unsorted === 0) return;
    const { words } = this.#shape;
    this.#held.push(sortRecords(this.#segment.subarray(0, this.#unsorted * words), this.#shape));
    this.#unsorted = 0;
  }
}
