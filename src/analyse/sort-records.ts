/** What records are like that fall into buckets. */
export interface RecordShape {
  /** Words of a record. */
  readonly words: number;
  readonly buckets: number;
  /** The bucket of the record that begins at `at`, from 0. */
  readonly bucketOf: (words: Uint32Array, at: number) => number;
}

/** Records in the order of their buckets. */
export interface SortedRecords {
  readonly records: Uint32Array;
  /** How many records stand before each bucket; one more than there are buckets. */
  readonly starts: Uint32Array;
}

/** Sorts records into new memory; those of a bucket stay in their order. */
export function sortRecords(
  records: Uint32Array,
  { words, buckets, bucketOf }: RecordShape,
): SortedRecords {
  const starts = new Uint32Array(buckets + 1);
  for (let at = 0; at < records.length; at += words) starts[bucketOf(records, at) + 1]!++;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const sorted = new Uint32Array(records.length);
  for (let at = 0; at < records.length; at += words) {
    const to = next[bucketOf(records, at)]!++ * words;
    for (let word = 0; word < words; word++) sorted[to + word] = records[at + word]!;
  }
  return { records: sorted, starts };
}
