import { judge } from "./host";
import { endOf, given, has, setGiven, setType, setValue, startOf, timeAt, type } from "./item";
import { findType } from "./item-type";
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  nameEnd,
  notPlain,
  openBrace,
  openBracket,
  plainNumber,
  plainValue,
  quote,
  skipSpace,
  textEnd,
} from "./json";
import { longestText } from "./hash";
import { room } from "./memory";
import { isText } from "./text";
import { Field, findField, isNamed, Kind, Table, valueOf } from "./tables";
import { readTime, timeSize } from "./time";

/** Most bytes of custom data that are surely few enough. */
let customLimit: usize = 0;

export function setCustomLimit(bytes: usize): void {
  customLimit = bytes;
}

/** The time now, as words. */
const now: usize = room(timeSize);

export function nowAt(): usize {
  return now;
}

/** What the fields of the element say whose values are told. */
let told: u32 = 0;

/** Counts the objects that were read. */
let objects: u32 = 0;

/** The first field of the element with a value that it cannot have, by its slot, from 1; 0 where there is none. */
let wrong: u32 = 0;

/** What is found of elements. The others, which are none of these, are not plain. */
export namespace Finding {
  export const right: u32 = 1;
  /** It has an error by itself, whatever else is wrong. */
  export const broken: u32 = 2;
}

/** What was found of the element that was read last. */
export let finding: u32 = 0;

/** The shapes that are known: type and wrong field, fields given, values told, and what was found. */
const shapeSlots: usize = 16_384;
const shapeSize: usize = 16;
const shapes: usize = room(shapeSlots * shapeSize);
/** How many slots a shape is looked for in. */
const shapeProbes = 4;

/** Reads the element at `from` where it is plain; gives its end. */
export function readElement(from: usize): usize {
  if (load<u8>(from) != openBrace) return notPlain;
  let i = skipSpace(from + 1);
  // "type" and the quote behind it.
  if (load<u8>(i) != quote || load<u32>(i + 1) != 0x65707974 || load<u8>(i + 5) != quote) {
    return notPlain;
  }
  i = valueStart(i + 6);
  if (i == notPlain || load<u8>(i) != quote || !takeType(i + 1)) return notPlain;
  i = skipSpace(i + 2 + <usize>type.name.nameLength);
  if (load<u8>(i) != comma) return notPlain;
  i = skipSpace(i + 1);
  const name = load<u32>(i + 1);
  // "item" or "data".
  const isInner = name == 0x6d657469 || name == 0x61746164;
  if (load<u8>(i) != quote || !isInner || load<u8>(i + 5) != quote) return notPlain;
  i = valueStart(i + 6);
  if (i == notPlain || load<u8>(i) != openBrace) return notPlain;
  told = 0;
  wrong = 0;
  i = readObject(i, type.table, true);
  if (i == notPlain) return notPlain;
  i = skipSpace(i);
  if (load<u8>(i) != closeBrace) return notPlain;
  if (type.inChannel && has(type.members) && has(type.keySlot0) && !isListed()) return notPlain;
  finding = findingOf(from, i + 1);
  if (finding == Finding.right) return i + 1;
  // Channels and members with both identities have more than one key.
  return finding == Finding.broken && !type.isChannel && !type.inChannel ? i + 1 : notPlain;
}

/** Whether the member is one of those whose channel this is. */
function isListed(): bool {
  const name = startOf(type.keySlot0);
  const size = endOf(type.keySlot0) - name + 1;
  const end = endOf(type.members);
  for (let from = startOf(type.members); from < end;) {
    if (load<u8>(from++) != quote) continue;
    if (isText(from, name, size)) return true;
    while (load<u8>(from++) != quote);
  }
  return false;
}

/** Takes the type whose name stands at `at`; most often it is the last one. */
function takeType(at: usize): bool {
  if (changetype<usize>(type) != 0 && isNamed(type.name, at)) return true;
  const found = findType(at);
  if (found == 0) return false;
  setType(found);
  return true;
}

/** What is to be said of items of this shape, by the first of them. */
function findingOf(from: usize, to: usize): u32 {
  const kind = type.space | (wrong << 8);
  const mixed = (given ^ (told * 0x85ebca6b) ^ (kind * 0xc2b2ae35)) * 0x9e3779b1;
  const first = <usize>(mixed ^ (mixed >> 15));
  let at: usize = 0;
  for (let n = 0; n < shapeProbes; n++) {
    at = shapes + ((first + n) & (shapeSlots - 1)) * shapeSize;
    if (load<u32>(at + 12) == 0) break;
    const isSame = load<u32>(at) == kind && load<u32>(at + 4) == given && load<u32>(at + 8) == told;
    if (isSame) return load<u32>(at + 12);
  }
  const found = judge(from, to);
  store<u32>(at, kind);
  store<u32>(at + 4, given);
  store<u32>(at + 8, told);
  store<u32>(at + 12, found);
  return found;
}

/** Reads an object by its table and leaves in `given` which fields it gives; `item` says to keep where. */
function readObject(from: usize, table: Table, item: bool): usize {
  const object = ++objects;
  let i = skipSpace(from + 1);
  let seen: u32 = 0;
  let present: u32 = 0;
  let custom: usize = 0;
  let before = changetype<Field>(table.head);
  if (load<u8>(i) == closeBrace) {
    setGiven(0);
    return i + 1;
  }
  while (true) {
    if (load<u8>(i) != quote) return notPlain;
    const name = i + 1;
    if (before.next == 0 || !isNamed(changetype<Field>(before.next), name)) {
      const end = nameEnd(name);
      if (end == notPlain) return notPlain;
      const found = findField(table, name, end);
      if (found == 0) return notPlain;
      before.next = found;
    }
    const field = changetype<Field>(before.next);
    before = field;
    if (field.met == object) return notPlain;
    field.met = object;
    const start = valueStart(name + <usize>field.nameLength + 1);
    if (start == notPlain) return notPlain;
    const end = readValue(start, field, item);
    if (end == notPlain) return notPlain;
    if (field.slot < 0) {
      custom += end - name + 4;
    } else {
      // A field may have two names.
      const bit = (<u32>1) << field.slot;
      if ((seen & bit) != 0) return notPlain;
      seen |= bit;
      if (!isEmpty(start, end)) present |= bit;
      if (item) setValue(field.slot, start, end);
    }
    i = skipSpace(end);
    if (load<u8>(i) == closeBrace) break;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
  setGiven(present);
  return custom < customLimit ? i + 1 : notPlain;
}

function readValue(i: usize, field: Field, item: bool): usize {
  const byte = load<u8>(i);
  if (byte == 0x6e) return plainValue(i, 0, 0);
  switch (field.kind) {
    case Kind.key:
    case Kind.string:
      return byte == quote ? readString(i + 1, field, item) : notPlain;
    case Kind.time:
      return byte == quote ? readTimeString(i + 1, field, item) : notPlain;
    case Kind.boolean:
      return byte == 0x74 || byte == 0x66 ? plainValue(i, 0, 0) : notPlain;
    case Kind.number:
      return plainNumber(i);
    case Kind.keys:
    case Kind.strings:
      return byte == openBracket ? readStrings(i, field) : notPlain;
    case Kind.object:
      return byte == openBrace ? readInner(i, changetype<Table>(field.nested)) : notPlain;
    case Kind.objects:
      return byte == openBracket ? readList(i, changetype<Table>(field.nested)) : notPlain;
    case Kind.custom:
      return plainValue(i, 0, 0);
    default:
      return notPlain;
  }
}

function readString(start: usize, field: Field, item: bool): usize {
  let i = start;
  if (field.kind == Kind.key) {
    i = allowedEnd(i, field.allowed);
    if (load<u8>(i) != quote) return notPlain;
  } else {
    i = textEnd(i);
    if (i == notPlain) return notPlain;
  }
  if (i - start > field.limit) return notPlain;
  if (field.values != 0 && i > start) {
    const value = valueOf(field, start, i);
    if (value == 0) return wrongAt(field, item) ? i + 1 : notPlain;
    if (item && field.told) told = told * 64 + value;
  }
  return i + 1;
}

function allowedEnd(i: usize, allowed: usize): usize {
  while (load<u8>(allowed + <usize>load<u8>(i)) == 1) i++;
  return i;
}

function readTimeString(from: usize, field: Field, item: bool): usize {
  let i = from;
  while (load<u8>(i) != quote && load<u8>(i) != 0 && i - from < 64) i++;
  const at = timeAt(field.slot, item);
  if (load<u8>(i) != quote) return notPlain;
  if (readTime(from, i, at)) return isPast(at) ? i + 1 : notPlain;
  if (i == from || nameEnd(from) != i || !wrongAt(field, item)) return notPlain;
  memory.fill(at, 0, timeSize);
  return i + 1;
}

/** Notes that an item's field has a value that it cannot have; false where that is not the item's own field. */
function wrongAt(field: Field, item: bool): bool {
  if (!item) return false;
  if (wrong == 0) wrong = field.slot + 1;
  return true;
}

function isPast(at: usize): bool {
  for (let i: usize = 0; i < timeSize; i += 4) {
    const word = load<u32>(at + i);
    const limit = load<u32>(now + i);
    if (word != limit) return word < limit;
  }
  return true;
}

function readStrings(from: usize, field: Field): usize {
  const isKeys = field.kind == Kind.keys;
  let i = skipSpace(from + 1);
  if (load<u8>(i) == closeBracket) return i + 1;
  while (true) {
    const start = i + 1;
    if (load<u8>(i) != quote) return notPlain;
    i = isKeys ? allowedEnd(start, field.allowed) : textEnd(start);
    if (i == notPlain || load<u8>(i) != quote || i == start) return notPlain;
    if (isKeys && i - start > field.limit) return notPlain;
    i = skipSpace(i + 1);
    if (load<u8>(i) == closeBracket) break;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
  return isKeys && i - from > longestText ? notPlain : i + 1;
}

/** Reads an object in an item. */
function readInner(from: usize, table: Table): usize {
  const end = readObject(from, table, false);
  return end != notPlain && (given & table.required) == table.required ? end : notPlain;
}

function readList(from: usize, table: Table): usize {
  let i = skipSpace(from + 1);
  if (load<u8>(i) == closeBracket) return i + 1;
  while (true) {
    if (load<u8>(i) != openBrace) return notPlain;
    i = readInner(i, table);
    if (i == notPlain) return notPlain;
    i = skipSpace(i);
    if (load<u8>(i) == closeBracket) return i + 1;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
}

/** The first byte of the value behind the colon that follows a name. */
function valueStart(from: usize): usize {
  const i = skipSpace(from);
  return load<u8>(i) == colon ? skipSpace(i + 1) : notPlain;
}

/** Whether a value counts as not given: null, and strings and lists without anything in them. */
function isEmpty(start: usize, end: usize): bool {
  const first = load<u8>(start);
  if (first == 0x6e) return true;
  if (first == quote) return end == start + 2;
  return first == openBracket && skipSpace(start + 1) == end - 1;
}
