import { isTime } from "./host";
import { isDigit } from "./json";

/** Bytes of a time, as three words. */
export const timeSize: usize = 12;

/** Reads the time in [`from`, `to`) as three words: days, seconds, microseconds. Those in UTC, which most are, are read here. */
export function readTime(from: usize, to: usize, into: usize): bool {
  const year = two(from) * 100 + two(from + 2);
  const month = two(from + 5);
  const day = two(from + 8);
  const hour = two(from + 11);
  const minute = two(from + 14);
  const second = two(from + 17);
  const usual =
    (load<u8>(from + 10) | 0x20) == 0x74 &&
    load<u8>(from + 4) == 0x2d &&
    load<u8>(from + 7) == 0x2d &&
    load<u8>(from + 13) == 0x3a &&
    load<u8>(from + 16) == 0x3a &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || (day <= 30 && month != 2)) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  if (!usual) return isTime(from, to, into);
  let micros = 0;
  let i = from + 19;
  if (load<u8>(i) == 0x2e && isDigit(load<u8>(i + 1))) {
    let unit = 100_000;
    for (i++; isDigit(load<u8>(i)); i++) {
      micros += <i32>(load<u8>(i) - 0x30) * unit;
      unit /= 10;
    }
  }
  if (!isUtc(i, to)) return isTime(from, to, into);
  store<u32>(into, (year * 12 + month) * 31 + day);
  store<u32>(into + 4, hour * 3600 + minute * 60 + second);
  store<u32>(into + 8, micros);
  return true;
}

/** Whether nothing but `Z` or `+00:00` is left. */
function isUtc(i: usize, to: usize): bool {
  if (i == to - 1) return (load<u8>(i) | 0x20) == 0x7a;
  if (i != to - 6 || load<u8>(i) != 0x2b || load<u8>(i + 3) != 0x3a) return false;
  return two(i + 1) == 0 && two(i + 4) == 0;
}

/** The number that two digits say; far too large where they are none. */
function two(at: usize): u32 {
  const tens = <u32>load<u8>(at) - 0x30;
  const ones = <u32>load<u8>(at + 1) - 0x30;
  return tens <= 9 && ones <= 9 ? tens * 10 + ones : 1_000_000;
}
