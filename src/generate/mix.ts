/** A number from 0 to 2^32-1 that looks drawn and only depends on what is given: the finalizer of MurmurHash3 over three numbers of 32 bits. What an item refers to is told from its number by this, so that nothing needs to be remembered. */
export function mix(seed: number, number: number, salt: number): number {
  let h = seed ^ Math.imul(number + 1, 0x9e37_79b1) ^ Math.imul(salt + 1, 0x27d4_eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13) ^ number, 0xc2b2_ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
