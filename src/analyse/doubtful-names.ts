import { nestingLimit } from "../format/index.ts";
import { decode } from "./decode.ts";
import type { Places } from "./segment.ts";

const quote = 0x22;
const colon = 0x3a;
const noneDoubtful: ReadonlyMap<number, string> = new Map();

/** The text of those elements that may have a name twice, by their index; `checkNames` tells. Text has at least as many quotes with a colon behind them as names: where the values have as many, none was lost.
 *
 * @param offset where in the source the bytes begin
 * @param from, to the bytes that hold all of the elements and nothing else but what separates them
 * @param names how many names each has, where they have been counted */
export function doubtfulNames(
  bytes: Uint8Array,
  offset: number,
  from: number,
  to: number,
  values: readonly unknown[],
  places: () => Places,
  names?: readonly number[],
): ReadonlyMap<number, string> {
  if (!names && countColons(bytes, from, to) === countNames(values, 0)) return noneDoubtful;
  let doubtful: Map<number, string> | undefined;
  const { starts, ends } = places();
  for (const [i, value] of values.entries()) {
    const start = starts[i]! - offset;
    const end = ends[i]! - offset;
    const written = names?.[i] ?? countColons(bytes, start, end);
    if (written === countNames(value, 1)) continue;
    doubtful ??= new Map();
    doubtful.set(i, decode(bytes.subarray(start, end))!);
  }
  return doubtful ?? noneDoubtful;
}

/** How many colons have a quote before them. */
function countColons(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from + 1; i < to; i++) {
    if (bytes[i] !== colon) continue;
    let before = bytes[i - 1]!;
    for (let k = i - 2; isSpace(before) && k >= from; k--) before = bytes[k]!;
    if (before === quote) count++;
  }
  return count;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** How many names the objects in a value have, as far as nesting is allowed. */
function countNames(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null || depth > nestingLimit) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) count += countNames(value[i], depth + 1);
    return count;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const name in object) {
    count++;
    const inner = object[name];
    if (typeof inner === "object") count += countNames(inner, depth + 1);
  }
  return count;
}
