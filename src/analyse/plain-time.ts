import { parseTime } from "../format/index.ts";
import { timeWords } from "./time-words.ts";

/** Reads a time in a string's bytes as {@link timeWords} writes it; false where it is none. Times in UTC, which most are, are read without making a string of them. Of at most 64 bytes. */
export function plainTime(
  bytes: Uint8Array,
  from: number,
  to: number,
  into: Uint32Array,
  at: number,
): boolean {
  const year = two(bytes, from) * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5);
  const day = two(bytes, from + 8);
  const hour = two(bytes, from + 11);
  const minute = two(bytes, from + 14);
  const second = two(bytes, from + 17);
  const usual =
    (bytes[from + 10]! | 0x20) === 0x74 &&
    bytes[from + 4] === 0x2d &&
    bytes[from + 7] === 0x2d &&
    bytes[from + 13] === 0x3a &&
    bytes[from + 16] === 0x3a &&
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || (day <= 30 && month !== 2)) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  let micros = 0;
  let i = from + 19;
  if (usual && bytes[i] === 0x2e && isDigit(bytes[i + 1])) {
    let unit = 100_000;
    for (i++; isDigit(bytes[i]); i++) {
      micros += (bytes[i]! - 0x30) * unit;
      unit = unit > 1 ? unit / 10 : 0;
    }
  }
  if (usual && isUtc(bytes, i, to)) {
    into[at] = (year * 12 + month) * 31 + day;
    into[at + 1] = hour * 3600 + minute * 60 + second;
    into[at + 2] = micros;
    return true;
  }
  const time = parseTime(String.fromCharCode(...bytes.subarray(from, to)));
  if (time === undefined) return false;
  timeWords(time, into, at);
  return true;
}

/** Whether nothing but `Z` or `+00:00` is left. */
function isUtc(bytes: Uint8Array, i: number, to: number): boolean {
  if (i === to - 1) return (bytes[i]! | 0x20) === 0x7a;
  if (i !== to - 6 || bytes[i] !== 0x2b || bytes[i + 3] !== 0x3a) return false;
  return two(bytes, i + 1) === 0 && two(bytes, i + 4) === 0;
}

/** The number that two digits say; far too large where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1_000_000;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
