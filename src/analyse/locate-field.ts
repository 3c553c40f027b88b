import { scanValue, skipSpace } from "./scan-value.ts";

/** Where a value stands in the bytes of an element: first byte and first byte after. */
export interface FieldPlace {
  readonly start: number;
  readonly end: number;
}

/** Finds the field that a pointer names, from the item of the element's envelope, else from the envelope itself. Gives the nearest object around it where it is missing, and `undefined` where the bytes are no JSON as far as that. */
export function locateField(bytes: Uint8Array, pointer: string): FieldPlace | undefined {
  const path = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const start = skipSpace(bytes, 0, bytes.length);
  for (const envelope of ["item", "data"]) {
    const item = child(bytes, start, envelope);
    if (item === undefined) continue;
    const found = follow(bytes, item, path);
    if (found.rest === 0 || child(bytes, start, path[0] ?? "") === undefined) {
      return placed(bytes, found.at);
    }
  }
  return placed(bytes, follow(bytes, start, path).at);
}

function follow(bytes: Uint8Array, from: number, path: readonly string[]) {
  let at = from;
  for (const [i, step] of path.entries()) {
    const next = child(bytes, at, step);
    if (next === undefined) return { at, rest: path.length - i };
    at = next;
  }
  return { at, rest: 0 };
}

function placed(bytes: Uint8Array, start: number): FieldPlace | undefined {
  const scanned = scanValue(bytes, start, bytes.length);
  if (scanned.kind === "broken") return undefined;
  return { start, end: scanned.kind === "value" ? scanned.end : bytes.length };
}

/** Where the value under a key, or at a place of a list, begins. */
function child(bytes: Uint8Array, at: number, step: string): number | undefined {
  const isObject = bytes[at] === 0x7b;
  if (!isObject && bytes[at] !== 0x5b) return undefined;
  let i = at + 1;
  for (let index = 0; i < bytes.length; index++) {
    i = skipSpace(bytes, i, bytes.length);
    let key = String(index);
    if (isObject) {
      const end = endOf(bytes, i);
      if (end === undefined) return undefined;
      key = JSON.parse(new TextDecoder().decode(bytes.subarray(i, end))) as string;
      i = skipSpace(bytes, skipSpace(bytes, end, bytes.length) + 1, bytes.length);
    }
    if (key === step) return i < bytes.length ? i : undefined;
    const end = endOf(bytes, i);
    if (end === undefined) return undefined;
    i = skipSpace(bytes, end, bytes.length) + 1;
  }
  return undefined;
}

function endOf(bytes: Uint8Array, at: number): number | undefined {
  const scanned = scanValue(bytes, at, bytes.length);
  return scanned.kind === "value" ? scanned.end : undefined;
}
