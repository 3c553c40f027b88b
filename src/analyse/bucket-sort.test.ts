import fc from "fast-check";
import { expect, test } from "vitest";
import { BucketSort } from "./bucket-sort.ts";
import { SpillFile } from "./spill-file.ts";

const buckets = 5;
const shape = {
  words: 2,
  buckets,
  bucketOf: (words: Uint32Array, at: number) => words[at]!,
};

async function read(sort: BucketSort, from: number, to: number): Promise<number[][]> {
  const records: number[][] = [];
  for await (const words of sort.read(from, to)) {
    for (let at = 0; at < words.length; at += 2) records.push([words[at]!, words[at + 1]!]);
  }
  return records;
}

test("records come by bucket, in the order in which they were added, spilled or not", async () => {
  const records = fc.array(fc.nat(buckets - 1), { maxLength: 200 });
  const memory = fc.option(fc.integer({ min: 8, max: 2000 }), { nil: undefined });
  const range = fc.tuple(fc.nat(buckets), fc.nat(buckets)).map((pair) => pair.toSorted());
  const property = fc.asyncProperty(records, memory, range, async (list, bytes, [from, to]) => {
    await using spill = new SpillFile("records");
    const options = bytes === undefined ? {} : { spill, memory: bytes };
    const sort = new BucketSort(shape, options);
    for (const [n, bucket] of list.entries()) {
      sort.add(Uint32Array.of(9, bucket, n), 1);
      if (n % 3 === 0) await sort.relieve();
    }
    const expected = list
      .map((bucket, n) => [bucket, n])
      .filter(([bucket]) => bucket! >= from! && bucket! < to!);
    expect(sort.count(from!, to!)).toBe(expected.length);
    // Within a range of buckets each run comes by itself; those of one bucket are in order all the same.
    for (let bucket = from!; bucket < to!; bucket++) {
      const own = expected.filter(([of]) => of === bucket);
      expect(await read(sort, bucket, bucket + 1)).toEqual(own);
      expect((await read(sort, from!, to!)).filter(([of]) => of === bucket)).toEqual(own);
    }
  });
  await fc.assert(property, { numRuns: 100 });
});

test("several read at once", async () => {
  await using spill = new SpillFile("records");
  const sort = new BucketSort(shape, { spill, memory: 40 });
  for (let n = 0; n < 100; n++) {
    sort.add(Uint32Array.of(n % buckets, n), 0);
    await sort.relieve();
  }
  const one = await read(sort, 1, 2);
  const many = await Promise.all([1, 2, 1, 0].map((bucket) => read(sort, bucket, bucket + 1)));
  expect(many.map((records) => records[0])).toEqual([1, 2, 1, 0].map((bucket) => [bucket, bucket]));
  expect([many[0], many[2]]).toEqual([one, one]);
});

test("more records than a block holds are read whole", async () => {
  await using spill = new SpillFile("records");
  const sort = new BucketSort(shape, { spill, memory: 400_000 });
  for (let n = 0; n < 120_000; n++) {
    sort.add(Uint32Array.of(n % buckets, n), 0);
    await sort.relieve();
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    const records = await read(sort, bucket, bucket + 1);
    expect(records.map(([, n]) => n)).toEqual(
      Array.from({ length: 120_000 / buckets }, (_, n) => n * buckets + bucket),
    );
  }
});
