import { room } from "./memory";

/** Bytes of a hash. */
export const hashSize: usize = 16;

/** The four words of the secret. */
export const seed: usize = room(hashSize);

/** Where hashes are put that make up one key, behind the word for the space. */
const combined: usize = room(4 + 4 * hashSize);
export const parts: usize = combined + 4;

const longestKey: usize = 65_536;
const scratch: usize = room(longestKey + 16);

/** Longest text that {@link hashText} takes, in bytes. */
export const longestText: usize = longestKey;

/** Writes the hash of the ASCII in [`from`, `to`) in a space; the same as `KeyHasher.hashBytes` does. */
export function hashText(space: u32, from: usize, to: usize, into: usize): void {
  const length = to - from;
  store<u32>(scratch, space);
  const text = scratch + 4;
  for (let i: usize = 0; i < length; i += 4) store<u32>(text + i, load<u32>(from + i));
  store<u32>(text + length, 0);
  const last = text + (length & ~3) + 4;
  store<u32>(last, <u32>(length << 1));
  hashWords(scratch, last + 4, into);
}

/** Writes the hash of the first `count` of the {@link parts}; the same as `KeyHasher.combine` does. */
export function combine(space: u32, count: usize, into: usize): void {
  store<u32>(combined, space);
  hashWords(combined, parts + count * hashSize, into);
}

/** Two HalfSipHash-1-3 side by side, see `keyHasher`. */
function hashWords(from: usize, to: usize, into: usize): void {
  const a0 = load<u32>(seed);
  const a1 = load<u32>(seed + 4);
  const b0 = load<u32>(seed + 8);
  const b1 = load<u32>(seed + 12);
  let v0 = a0;
  let v1 = a1 ^ 0xee;
  let v2 = 0x6c796765 ^ a0;
  let v3 = 0x74656462 ^ a1;
  let w0 = b0;
  let w1 = b1 ^ 0xee;
  let w2 = 0x6c796765 ^ b0;
  let w3 = 0x74656462 ^ b1;
  const first = to;
  const second = to + 12;
  const end = to + 24;
  for (let i = from; i < end; i += 4) {
    const word = i < to ? load<u32>(i) : 0;
    if (i == first) {
      v2 ^= 0xee;
      w2 ^= 0xee;
    }
    if (i == second) {
      store<u32>(into, v1 ^ v3);
      store<u32>(into + 8, w1 ^ w3);
      v1 ^= 0xdd;
      w1 ^= 0xdd;
    }
    v3 ^= word;
    w3 ^= word;
    v0 += v1;
    w0 += w1;
    v1 = rotl(v1, 5) ^ v0;
    w1 = rotl(w1, 5) ^ w0;
    v0 = rotl(v0, 16);
    w0 = rotl(w0, 16);
    v2 += v3;
    w2 += w3;
    v3 = rotl(v3, 8) ^ v2;
    w3 = rotl(w3, 8) ^ w2;
    v0 += v3;
    w0 += w3;
    v3 = rotl(v3, 7) ^ v0;
    w3 = rotl(w3, 7) ^ w0;
    v2 += v1;
    w2 += w1;
    v1 = rotl(v1, 13) ^ v2;
    w1 = rotl(w1, 13) ^ w2;
    v2 = rotl(v2, 16);
    w2 = rotl(w2, 16);
    v0 ^= word;
    w0 ^= word;
  }
  store<u32>(into + 4, v1 ^ v3);
  store<u32>(into + 12, w1 ^ w3);
}
