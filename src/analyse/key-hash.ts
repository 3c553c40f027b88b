/** Words of 32 bits in the hash of a key. */
export const keyWords = 4;

/** Hashes under one secret. */
export interface KeyHasher {
  /** Writes the hash of a text to `into[at]` and the three words behind it. */
  readonly hash: (text: string, into: Uint32Array, at: number) => void;
  /** Writes the hash of two hashes, given by where they stand in their arrays. */
  readonly combine: (
    a: Uint32Array,
    atA: number,
    b: Uint32Array,
    atB: number,
    into: Uint32Array,
  ) => void;
}

/** Hashes keys to 128 bits under a secret, so that a file cannot be made whose keys collide: two HalfSipHash-1-3 with different halves of the secret, side by side. `seed` holds four words and is drawn anew for each analysis. Source: Aumasson and Bernstein, SipHash (2012), and the half-width variant they published later. */
export function keyHasher(seed: Uint32Array): KeyHasher {
  const [a0, a1, b0, b1] = seed as unknown as [number, number, number, number];
  let words = new Uint32Array(1026);
  const finish = (count: number, into: Uint32Array, at: number) => {
    half(words, count, a0, a1, into, at);
    half(words, count, b0, b1, into, at + 2);
  };
  return {
    hash: (text, into, at) => {
      if (text.length + 2 > words.length) words = new Uint32Array(2 * text.length);
      finish(pack(text, words), into, at);
    },
    combine: (a, atA, b, atB, into) => {
      for (let i = 0; i < keyWords; i++) {
        words[i] = a[atA + i]!;
        words[keyWords + i] = b[atB + i]!;
      }
      finish(2 * keyWords, into, 0);
    },
  };
}

/** Packs text into words, four units each while all are ASCII, else two, and appends which and how many. */
function pack(text: string, words: Uint32Array): number {
  const length = text.length;
  let n = 0;
  let i = 0;
  let seen = 0;
  for (; i + 4 <= length; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    seen |= a | b | c | d;
    words[n++] = a | (b << 8) | (c << 16) | (d << 24);
  }
  let rest = 0;
  for (let shift = 0; i < length; i++, shift += 8) {
    const unit = text.charCodeAt(i);
    seen |= unit;
    rest |= unit << shift;
  }
  words[n++] = rest;
  if (seen < 0x80) {
    words[n++] = length << 1;
    return n;
  }
  n = 0;
  for (i = 0; i < length; i += 2) {
    words[n++] = text.charCodeAt(i) | (i + 1 < length ? text.charCodeAt(i + 1) << 16 : 0);
  }
  words[n++] = (length << 1) | 1;
  return n;
}

function half(
  words: Uint32Array,
  count: number,
  k0: number,
  k1: number,
  into: Uint32Array,
  at: number,
): void {
  let v0 = k0 | 0;
  let v1 = (k1 ^ 0xee) | 0;
  let v2 = 0x6c796765 ^ k0;
  let v3 = 0x74656462 ^ k1;
  // One round per word; then, with 0xee and again 0xdd mixed in, three more for each half of the result.
  for (let i = 0; i < count + 6; i++) {
    const word = i < count ? words[i]! : 0;
    if (i === count) v2 ^= 0xee;
    if (i === count + 3) {
      into[at] = v1 ^ v3;
      v1 ^= 0xdd;
    }
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = (v1 << 5) | (v1 >>> 27);
    v1 ^= v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = (v3 << 8) | (v3 >>> 24);
    v3 ^= v2;
    v0 = (v0 + v3) | 0;
    v3 = (v3 << 7) | (v3 >>> 25);
    v3 ^= v0;
    v2 = (v2 + v1) | 0;
    v1 = (v1 << 13) | (v1 >>> 19);
    v1 ^= v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  into[at + 1] = v1 ^ v3;
}
