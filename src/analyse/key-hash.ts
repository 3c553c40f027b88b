/** Words of 32 bits in the hash of a key. */
export const keyWords = 4;

/** Hashes under one secret. What is hashed is in a space, a number: the same text has another hash in another one. */
export interface KeyHasher {
  /** Writes the hash of a text to `into[at]` and the three words behind it. */
  readonly hash: (space: number, text: string, into: Uint32Array, at: number) => void;
  /** Where hashes are put that make up one key, one behind the other: room for three. */
  readonly parts: Uint32Array;
  /** Writes the hash of the first `count` of the {@link parts}. */
  readonly combine: (space: number, count: number, into: Uint32Array, at: number) => void;
}

/** Most parts of a key. */
const mostParts = 3;

/** Longest key that is packed into memory kept for that, in bytes. */
const scratchSize = 4096;

/** Hashes keys to 128 bits under a secret, so that a file cannot be made whose keys collide: two HalfSipHash-1-3 with different halves of the secret, side by side. `seed` holds four words and is drawn anew for each analysis. Source: Aumasson and Bernstein, SipHash (2012), and the half-width variant they published later. */
export function keyHasher(seed: Uint32Array): KeyHasher {
  const scratch = new Uint32Array(scratchSize / 2 + 3);
  const partWords = new Uint32Array(1 + mostParts * keyWords);
  return {
    hash: (space, text, into, at) => {
      const fits = text.length <= scratchSize;
      const words = fits ? scratch : new Uint32Array((text.length >> 1) + 4);
      words[0] = space;
      halves(seed, words, pack(text, words), into, at);
    },
    parts: partWords.subarray(1),
    combine: (space, count, into, at) => {
      partWords[0] = space;
      halves(seed, partWords, 1 + count * keyWords, into, at);
    },
  };
}

/** Packs text into words behind the first, four units each while all are ASCII, else two, and appends which and how many. Gives the number of words. */
function pack(text: string, words: Uint32Array): number {
  const { length } = text;
  let n = 1;
  let word = 0;
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    seen |= unit;
    word |= unit << ((i & 3) << 3);
    if ((i & 3) === 3) {
      words[n++] = word;
      word = 0;
    }
  }
  if (seen < 0x80) {
    words[n++] = word;
    words[n++] = length << 1;
    return n;
  }
  n = 1;
  for (let i = 0; i < length; i += 2) {
    words[n++] = text.charCodeAt(i) | (i + 1 < length ? text.charCodeAt(i + 1) << 16 : 0);
  }
  words[n++] = (length << 1) | 1;
  return n;
}

/** Both hashes in one go: their rounds do not wait for each other. */
function halves(
  seed: Uint32Array,
  words: Uint32Array,
  count: number,
  into: Uint32Array,
  at: number,
): void {
  const [a0, a1, b0, b1] = [seed[0]!, seed[1]!, seed[2]!, seed[3]!];
  let v0 = a0 | 0;
  let v1 = (a1 ^ 0xee) | 0;
  let v2 = 0x6c796765 ^ a0;
  let v3 = 0x74656462 ^ a1;
  let w0 = b0 | 0;
  let w1 = (b1 ^ 0xee) | 0;
  let w2 = 0x6c796765 ^ b0;
  let w3 = 0x74656462 ^ b1;
  // One round per word; then, with 0xee and again 0xdd mixed in, three more for each half of the result.
  for (let i = 0; i < count + 6; i++) {
    const word = i < count ? words[i]! : 0;
    if (i === count) {
      v2 ^= 0xee;
      w2 ^= 0xee;
    }
    if (i === count + 3) {
      into[at] = v1 ^ v3;
      into[at + 2] = w1 ^ w3;
      v1 ^= 0xdd;
      w1 ^= 0xdd;
    }
    v3 ^= word;
    w3 ^= word;
    v0 = (v0 + v1) | 0;
    w0 = (w0 + w1) | 0;
    v1 = (v1 << 5) | (v1 >>> 27);
    w1 = (w1 << 5) | (w1 >>> 27);
    v1 ^= v0;
    w1 ^= w0;
    v0 = (v0 << 16) | (v0 >>> 16);
    w0 = (w0 << 16) | (w0 >>> 16);
    v2 = (v2 + v3) | 0;
    w2 = (w2 + w3) | 0;
    v3 = (v3 << 8) | (v3 >>> 24);
    w3 = (w3 << 8) | (w3 >>> 24);
    v3 ^= v2;
    w3 ^= w2;
    v0 = (v0 + v3) | 0;
    w0 = (w0 + w3) | 0;
    v3 = (v3 << 7) | (v3 >>> 25);
    w3 = (w3 << 7) | (w3 >>> 25);
    v3 ^= v0;
    w3 ^= w0;
    v2 = (v2 + v1) | 0;
    w2 = (w2 + w1) | 0;
    v1 = (v1 << 13) | (v1 >>> 19);
    w1 = (w1 << 13) | (w1 >>> 19);
    v1 ^= v2;
    w1 ^= w2;
    v2 = (v2 << 16) | (v2 >>> 16);
    w2 = (w2 << 16) | (w2 >>> 16);
    v0 ^= word;
    w0 ^= word;
  }
  into[at + 1] = v1 ^ v3;
  into[at + 3] = w1 ^ w3;
}
