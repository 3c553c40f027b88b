import { doubtfulNames } from "./doubtful-names.ts";
import { decode, firstInvalidByte, isSuspect } from "./decode.ts";
import type { Broken, Elements, Position, Segment } from "./segment.ts";
import { malformed, unexpectedEnd } from "./segment.ts";
import { parseJson } from "../format/index.ts";
import { findItemStart } from "./item-start.ts";
import { invalidCharacter, scanValue, skipSpace } from "./scan-value.ts";
import { pieceAfterPlain, type PlainReader } from "./plain-reader.ts";
import type { Window } from "./window.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const lineEnd = 2;

/** Reads the JSON Lines that begin in [`from`, `to`), in pieces of about `piece` bytes, and gives the first byte after them. A line is a unit whatever is wrong with it: the next one is read as if nothing had been. */
export async function* readLines(
  window: Window,
  from: number,
  to: number,
  piece: number,
  maxItem: number,
  plain?: PlainReader,
): AsyncGenerator<Segment, Position> {
  let position = from;
  let size = piece;
  await window.cover(from, to);
  while (position < to && position < window.source.size) {
    if (plain) {
      const { bytes, offset } = window;
      const next = plain(bytes, position - offset, to - offset, newline, maxItem) + offset;
      size = pieceAfterPlain(size, next > position, piece);
      position = next;
      if (position >= to) break;
    }
    const end = await pieceEnd(window, position, Math.min(position + size, to), maxItem);
    if (end === undefined) {
      const next = await nextLine(window, position + maxItem, window.source.size);
      yield tooLarge(position, next, maxItem);
      position = next;
      await window.cover(position, Math.max(to, position + piece));
      continue;
    }
    yield* parseLines(window, position, end, maxItem);
    position = end;
  }
  return { offset: position, closed: true };
}

/** The first byte of the line after the one that `at` is in; `to` where that is not before it. */
export async function nextLine(window: Window, at: number, to: number): Promise<number> {
  await window.cover(at, at + 1);
  for (let from = at; ; from = window.offset) {
    const found = window.bytes.indexOf(newline, from - window.offset);
    if (found >= 0) return Math.min(to, window.offset + found + 1);
    if (window.complete || window.end >= to) return to;
    await window.passOn();
  }
}

/** Where the piece ends that begins at `position`: behind the first line that reaches `target`, or before it where that line is too long; `undefined` when the line at `position` is. */
async function pieceEnd(
  window: Window,
  position: number,
  target: number,
  maxItem: number,
): Promise<number | undefined> {
  for (;;) {
    const found = window.bytes.indexOf(newline, target - 1 - window.offset);
    if (found >= 0) return window.offset + found + 1;
    if (window.complete) return window.end;
    if (window.end - target <= maxItem + lineEnd) {
      await window.grow(position);
      continue;
    }
    const last = window.bytes.subarray(0, target - window.offset).lastIndexOf(newline);
    const end = window.offset + last + 1;
    return end > position ? end : undefined;
  }
}

function* parseLines(
  window: Window,
  from: number,
  to: number,
  maxItem: number,
): Generator<Segment> {
  const { bytes, offset } = window;
  const text = decode(bytes.subarray(from - offset, to - offset));
  const ascii = text !== undefined && text.length === to - from;
  let values: unknown[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  const suspectText = text === undefined || isSuspect(text);
  const elements = (): Elements => {
    const [from, to] = [starts, ends];
    const places = () => ({
      starts: from.map((start) => skipSpace(bytes, start - offset, bytes.length) + offset),
      ends: to,
    });
    const first = from[0]! - offset;
    const last = to.at(-1)! - offset;
    const given = values;
    const doubtful = () => doubtfulNames(bytes, offset, first, last, given, places);
    return { kind: "elements", values, suspectText, places, doubtful };
  };
  const lengthOf = (start: number, stop: number) =>
    stop - start - (bytes[stop - 1 - offset] === carriageReturn ? 1 : 0);
  let end = from - 1;
  for (let start = from; start < to;) {
    // What stands behind an element in its line is read by itself, so that a line of many takes no longer than as many lines.
    const behind = start <= end;
    if (!behind) {
      end = bytes.indexOf(newline, start - offset) + offset;
      if (end < start || end >= to) end = bytes[to - 1 - offset] === newline ? to - 1 : to;
    }
    // Blank lines are passed over here: a parser that throws at each would take minutes for a file of them.
    const first = skipSpace(bytes, start - offset, end - offset) + offset;
    if (first === end && lengthOf(start, end) <= maxItem) {
      start = end + 1;
      continue;
    }
    const stop = behind ? elementEnd(bytes, start - offset, end - offset) + offset : end;
    const line = ascii
      ? text.slice(start - from, stop - from)
      : decode(bytes.subarray(start - offset, stop - offset));
    const length = lengthOf(start, stop);
    const last = skipSpace(bytes, stop - offset, end - offset) + offset === end;
    const value = length > maxItem || !last ? undefined : parse(line);
    if (value !== undefined) {
      values.push(value);
      starts.push(start);
      ends.push(end);
    } else {
      const wrong =
        length > maxItem ? tooLarge(start, end, maxItem) : explain(window, first, end, line);
      if (!wrong.element) {
        // A whole element, and something behind it.
        const text = decode(bytes.subarray(first - offset, wrong.at - offset));
        values.push(parseJson(text!));
        starts.push(first);
        ends.push(wrong.at);
      }
      if (values.length > 0) yield elements();
      values = [];
      starts = [];
      ends = [];
      yield wrong;
      if (wrong.end < end) {
        start = wrong.end;
        continue;
      }
    }
    start = end + 1;
  }
  if (values.length > 0) yield elements();
}

/** Where the element that begins at `from` ends; `to` where it does not. */
function elementEnd(bytes: Uint8Array, from: number, to: number): number {
  const scanned = scanValue(bytes, from, to);
  return scanned.kind === "value" ? scanned.end : to;
}

/** JSON has no `undefined`, so that is what a line gives that is none. */
function parse(line: string | undefined): unknown {
  if (line === undefined) return undefined;
  try {
    return parseJson(line);
  } catch {
    return undefined;
  }
}

function explain(window: Window, start: number, end: number, line: string | undefined): Broken {
  const { bytes, offset } = window;
  const stretch = { kind: "broken", start, end, element: true } as const;
  if (line === undefined) {
    const at = start + firstInvalidByte(bytes.subarray(start - offset, end - offset));
    return { ...stretch, issue: { code: "invalid_utf8", pointer: "" }, at };
  }
  const scanned = scanValue(bytes, start - offset, end - offset);
  if (scanned.kind === "value") {
    const rest = skipSpace(bytes, scanned.end, end - offset);
    // An element does not go on in the next line.
    const next = findItemStart(bytes.subarray(0, end - offset), rest, end - offset);
    const at = rest + offset;
    const reason = invalidCharacter(bytes, rest, "after top-level value");
    const behind = { start: at, end: next < 0 ? end : next + offset, element: false };
    return { kind: "broken", ...behind, issue: malformed(reason), at };
  }
  if (scanned.kind === "broken") {
    return { ...stretch, issue: malformed(scanned.reason), at: scanned.at + offset };
  }
  return { ...stretch, issue: malformed(unexpectedEnd), at: end };
}

function tooLarge(start: number, end: number, max: number): Broken {
  const issue = { code: "item_too_large", pointer: "", max } as const;
  return { kind: "broken", issue, at: start, start, end, element: true };
}
