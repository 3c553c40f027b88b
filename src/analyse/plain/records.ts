import { room } from "./memory";

/** What a record is like: see `key-record.ts`, which says what its words are. */
const recordSize: usize = 60;
export namespace At {
  export const kind: usize = 16;
  export const ordinal: usize = 20;
  export const count: usize = 24;
  export const context: usize = 28;
  export const time: usize = 44;
}
export namespace RecordKind {
  export const define: u32 = 1;
  export const team: u32 = 2;
  export const refer: u32 = 3;
  export const parent: u32 = 4;
  export const react: u32 = 5;
  export const broken: u32 = 1 << 8;
  export const reply: u32 = 1 << 10;
  export const deleted: u32 = 1 << 11;
  export const membership: u32 = 1 << 12;
}

const keyBuckets: usize = 1024;
const pageSize: usize = 65_536;

/** References counted in one record, by the first word of the key. Beyond half of that, they get records of their own. */
const placeSlots: usize = 65_536;
const places: usize = room(placeSlots * 4);
let counted: usize = 0;

const starts: usize = room((2 * keyBuckets + 1) * 4);
const next: usize = room(2 * keyBuckets * 4);

/** The records stand behind everything else, where there is room to grow. */
let first: usize = 0;
let end: usize = 0;
let ordinal: u32 = 0;

/** Keys that nothing defines, as a hash table of slots of a key each, where those that refer to them are looked for; the records begin behind it then. */
let missing: usize = 0;
let missingSlots: usize = 0;
let missingKeys: usize = 0;
const keySize: usize = 16;

/** To be called when all else has its room. */
export function startRecords(): void {
  first = heap.alloc(16);
  end = first;
}

export function setOrdinal(value: u32): void {
  ordinal = value;
}

/** Begins a record and gives its place: its key is still to be written. */
export function addRecord(kind: u32): usize {
  const at = end;
  end += recordSize;
  reach(end);
  for (let i: usize = 0; i < 56; i += 8) store<u64>(at + i, 0);
  store<u32>(at + 56, 0);
  store<u32>(at + At.kind, kind);
  store<u32>(at + At.ordinal, ordinal);
  store<u32>(at + At.count, 1);
  return at;
}

/** Counts the record at `at`, the last one, in an earlier one with its key where one was counted, and takes it back then. Gives the record that counts. */
export function countRecord(at: usize): usize {
  let i: usize = load<u32>(at);
  while (true) {
    const slot = places + (i & (placeSlots - 1)) * 4;
    const place: usize = load<u32>(slot);
    if (place == 0) {
      if (counted * 2 >= placeSlots) return at;
      counted++;
      store<u32>(slot, <u32>at);
      return at;
    }
    if (load<u64>(place) == load<u64>(at) && load<u64>(place + 8) == load<u64>(at + 8)) {
      countAgain(place);
      end = at;
      return place;
    }
    i++;
  }
}

/** Makes room for so many missing keys, and tells where they are to be put. */
export function roomForMissing(count: usize): usize {
  missingSlots = 16;
  while (missingSlots < 2 * count) missingSlots *= 2;
  missing = first;
  first += missingSlots * keySize;
  end = first;
  reach(first + count * keySize);
  return first;
}

/** Takes the keys that were put there. */
export function addMissing(count: usize): void {
  missingKeys = count;
  memory.fill(missing, 0, missingSlots * keySize);
  for (let key = first; key < first + count * keySize; key += keySize) {
    const slot = missingSlot(key);
    store<u64>(slot, load<u64>(key));
    store<u64>(slot + 8, load<u64>(key + 8));
  }
}

/** Lets go of the missing keys. */
export function forgetMissing(): void {
  first = missing;
  end = first;
}

export function anyMissing(): bool {
  return missingKeys > 0;
}

/** Whether a record of the item that was added last refers to a missing key; and lets go of its records. */
export function refersToMissing(): bool {
  const stop = end;
  end = first;
  for (let at = first; at < stop; at += recordSize) {
    const slot = missingSlot(at);
    if (load<u64>(slot) == load<u64>(at) && load<u64>(slot + 8) == load<u64>(at + 8)) return true;
  }
  return false;
}

/** The slot of a key, or the empty one where it would be. */
function missingSlot(key: usize): usize {
  let n: usize = load<u32>(key);
  while (true) {
    const slot = missing + (n & (missingSlots - 1)) * keySize;
    const isEmpty = load<u64>(slot) == 0 && load<u64>(slot + 8) == 0;
    if (isEmpty) return slot;
    if (load<u64>(slot) == load<u64>(key) && load<u64>(slot + 8) == load<u64>(key + 8)) return slot;
    n++;
  }
}

/** Counts one more in a record that is counted. */
export function countAgain(place: usize): void {
  store<u32>(place + At.count, load<u32>(place + At.count) + 1);
}

/** Makes room for records from elsewhere and tells where they go: behind those that are here. */
export function roomForRecords(size: usize): usize {
  reach(end + size + (end - first + size));
  return end;
}

/** Sorts the records, and as many bytes of those put behind them, by bucket, those of a bucket by ordinal. Gives where they are; {@link startsOfBuckets} tells how many stand before each bucket. */
export function sortRecords(others: usize): usize {
  memory.fill(starts, 0, (2 * keyBuckets + 1) * 4);
  const stop = end + others;
  for (let at = first; at < stop; at += recordSize) {
    const bucket = starts + (bucketOf(at) + 1) * 4;
    store<u32>(bucket, load<u32>(bucket) + 1);
  }
  for (let bucket = starts; bucket < starts + 2 * keyBuckets * 4; bucket += 4) {
    store<u32>(bucket + 4, load<u32>(bucket + 4) + load<u32>(bucket));
  }
  memory.copy(next, starts, 2 * keyBuckets * 4);
  const into = stop;
  let own = first;
  let other = end;
  while (own < end || other < stop) {
    const isOwn =
      other == stop || (own < end && load<u32>(own + At.ordinal) <= load<u32>(other + At.ordinal));
    const from = isOwn ? own : other;
    if (isOwn) own += recordSize;
    else other += recordSize;
    const slot = next + bucketOf(from) * 4;
    const n: usize = load<u32>(slot);
    store<u32>(slot, <u32>(n + 1));
    const to = into + n * recordSize;
    for (let i: usize = 0; i < 56; i += 8) store<u64>(to + i, load<u64>(from + i));
    store<u32>(to + 56, load<u32>(from + 56));
  }
  return into;
}

export function startsOfBuckets(): usize {
  return starts;
}

/** How many bytes of records there are. */
export function sizeOfRecords(): usize {
  return end - first;
}

/** Lets go of all records. */
export function forgetRecords(): void {
  end = first;
  if (counted == 0) return;
  counted = 0;
  memory.fill(places, 0, placeSlots * 4);
}

/** What defines stands in the first half, what refers in the second; see `keyShape`. */
function bucketOf(at: usize): usize {
  const bucket: usize = load<u32>(at) >> 22;
  return (load<u32>(at + At.kind) & 0xff) <= RecordKind.team ? bucket : keyBuckets + bucket;
}

function reach(end: usize): void {
  const size = <usize>memory.size() * pageSize;
  if (end + recordSize <= size) return;
  const pages = (end + recordSize - size + pageSize - 1) / pageSize;
  if (memory.grow(<i32>max(pages, 16)) < 0) unreachable();
}
