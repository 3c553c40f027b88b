import { distinctId, isRight } from "./host";
import { combine, hashSize, hashText, longestText, parts } from "./hash";
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  nameEnd,
  newline,
  notPlain,
  openBrace,
  openBracket,
  plainNumber,
  plainValue,
  quote,
  setLines,
  skipSpace,
  textEnd,
} from "./json";
import {
  copyHash,
  findKey,
  forgetMembers,
  forgetPlaces,
  isText,
  Key,
  KeyCache,
  memberSlot,
  newKeyCache,
} from "./key-cache";
import { room } from "./memory";
import {
  addRecord,
  At,
  countAgain,
  countRecord,
  forgetRecords,
  anyMissing,
  refersToMissing,
  RecordKind,
  setOrdinal,
} from "./records";
import { Field, findField, isNamed, Kind, Table, valueOf } from "./tables";
import { readTime } from "./time";

const slots: usize = 32;
const timeSize: usize = 12;

/** Most bytes of custom data that are surely few enough. */
let customLimit: usize = 0;
/** The time now, as words. */
export const now: usize = room(timeSize);

/** A type of items; what it says of records, `plain-tables.ts` tells. */
@unmanaged
export class ItemType {
  name: Field;
  table: Table;
  space: u32;
  /** Slots of fields; -1 where the type has none of them. */
  channelType: i32;
  channelId: i32;
  members: i32;
  createdAt: i32;
  parent: i32;
  deleted: i32;
  author: i32;
  team: i32;
  /** The parts of the key that are fields: their spaces and slots. */
  keyCount: i32;
  keySpace0: u32;
  keySlot0: i32;
  keySpace1: u32;
  keySlot1: i32;
  keySpace2: u32;
  keySlot2: i32;
  /** Whether the channel is the first part. */
  inChannel: bool;
  isChannel: bool;
  isMessage: bool;
  isReaction: bool;
  /** What it refers to beside its channel: `referenceSize` bytes each. */
  references: usize;
  referenceCount: i32;
  /** Items of this type. */
  count: u32;
}

/** A field that refers: its slot, and whether it is a list, refers to a message, refers to a parent. */
const referenceSize: usize = 16;

const mostTypes: usize = 16;
const types: usize = room(mostTypes * 4);
let typeCount: usize = 0;

/** Where the value of each field stands in the item at hand, and its times. */
const starts: usize = room(slots * 4);
const ends: usize = room(slots * 4);
const times: usize = room((slots + 1) * timeSize);
let given: u32 = 0;
let told: u32 = 0;
let objects: u32 = 0;

/** The shapes that are known: type, fields given, values told, and 1 where such items are right, else 2. */
const shapeSlots: usize = 16_384;
const shapeSize: usize = 16;
const shapes: usize = room(shapeSlots * shapeSize);
/** How many slots a shape is looked for in. */
const shapeProbes = 4;

let users: KeyCache = changetype<KeyCache>(0);
let channels: KeyCache = changetype<KeyCache>(0);
let messages: KeyCache = changetype<KeyCache>(0);
let userSpace: u32 = 0;
let messageSpace: u32 = 0;
let memberSpace: u32 = 0;
let teamSpace: u32 = 0;

/** The `type:id` of the last channel, and how long it is. */
const cid: usize = room(1024);
let cidLength: usize = 0;
let lastChannel: usize = 0;
/** The key of the item's channel; 0 where it has none. */
let channel: usize = 0;

/** Ids of distinct channels, each behind the hash of its members as they are written. */
const distinctSlots: usize = 8192;
const distinctSize: usize = 80;
const distinct: usize = room(distinctSlots * distinctSize);
const distinctLength: usize = 52;
const list: usize = room(hashSize);

export function setUp(
  limit: usize,
  user: u32,
  channel: u32,
  message: u32,
  member: u32,
  team: u32,
): void {
  customLimit = limit;
  userSpace = user;
  messageSpace = message;
  memberSpace = member;
  teamSpace = team;
  users = newKeyCache(user);
  channels = newKeyCache(channel);
  messages = newKeyCache(message);
}

export function newType(): usize {
  const type = changetype<ItemType>(room(offsetof<ItemType>()));
  type.references = room(16 * referenceSize);
  store<u32>(types + typeCount * 4, <u32>changetype<usize>(type));
  typeCount++;
  return changetype<usize>(type);
}

export function addReference(
  type: ItemType,
  slot: i32,
  isList: bool,
  toMessage: bool,
  toParent: bool,
): void {
  const at = type.references + <usize>type.referenceCount * referenceSize;
  store<i32>(at, slot);
  store<u8>(at + 4, isList);
  store<u8>(at + 5, toMessage);
  store<u8>(at + 6, toParent);
  type.referenceCount++;
}

/** Lets go of the records, and of what is remembered about them. */
export function forget(): void {
  forgetRecords();
  forgetPlaces(users);
  forgetPlaces(channels);
  forgetMembers();
  for (let n: usize = 0; n < typeCount; n++) typeAt(n).count = 0;
}

/** Reads elements from `from` on, as long as they are plain and begin before `before`, and adds what they define and refer to. `separator` stands behind each; 0 for one element, whatever is behind it. Gives where the first one begins that was not read, or where the one ends. The elements are counted from `ordinal` on; {@link elementsRead} tells how many there are. */
export function readItems(
  from: usize,
  before: usize,
  separator: u32,
  longest: usize,
  ordinal: u32,
): usize {
  const lines = separator == newline;
  setLines(lines);
  read = 0;
  let start = from;
  while (start < before) {
    let i = readElement(start);
    if (i == notPlain) break;
    if (separator != 0) {
      if (!lines && i - start > longest) break;
      i = skipSpace(i);
      if (load<u8>(i) != separator || (lines && i - start > longest)) break;
    }
    if (reporting) {
      if (ordinal + read == flagged) break;
      if (anyMissing()) {
        refer();
        if (refersToMissing()) break;
      }
    } else {
      setOrdinal(ordinal + read);
      addItem();
    }
    read++;
    if (separator == 0) return i;
    start = lines ? i + 1 : skipSpace(i + 1);
  }
  return start;
}

let read: u32 = 0;

/** Whether items are only passed over that have nothing to report: they refer to no missing key, and are not the one of this ordinal. */
let reporting: bool = false;
let flagged: u32 = 0;

export function setReporting(value: bool): void {
  reporting = value;
}

/** Has reading stop before an element, by its ordinal. */
export function stopBefore(ordinal: u32): void {
  flagged = ordinal;
}

export function elementsRead(): u32 {
  return read;
}

/** The type of the item read last. */
let type: ItemType = changetype<ItemType>(0);

function typeAt(n: usize): ItemType {
  return changetype<ItemType>(<usize>load<u32>(types + n * 4));
}

/** Reads the element at `from`; gives its end. */
function readElement(from: usize): usize {
  if (load<u8>(from) != openBrace) return notPlain;
  let i = skipSpace(from + 1);
  // "type" and the quote behind it.
  if (load<u8>(i) != quote || load<u32>(i + 1) != 0x65707974 || load<u8>(i + 5) != quote) {
    return notPlain;
  }
  i = valueStart(i + 6);
  if (i == notPlain || load<u8>(i) != quote || !findType(i + 1)) return notPlain;
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
  i = readObject(i, type.table, true);
  if (i == notPlain) return notPlain;
  i = skipSpace(i);
  if (load<u8>(i) != closeBrace) return notPlain;
  if (type.inChannel && has(type.members) && has(type.keySlot0) && !isListed()) return notPlain;
  return isShapeRight(from, i + 1) ? i + 1 : notPlain;
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

function findType(at: usize): bool {
  if (changetype<usize>(type) != 0 && isNamed(type.name, at)) return true;
  for (let n: usize = 0; n < typeCount; n++) {
    if (!isNamed(typeAt(n).name, at)) continue;
    type = typeAt(n);
    return true;
  }
  return false;
}

/** Whether items of this shape are right, by the first of them. */
function isShapeRight(from: usize, to: usize): bool {
  const mixed = (given ^ (told * 0x85ebca6b) ^ (type.space * 0xc2b2ae35)) * 0x9e3779b1;
  const first = <usize>(mixed ^ (mixed >> 15));
  let at: usize = 0;
  for (let n = 0; n < shapeProbes; n++) {
    at = shapes + ((first + n) & (shapeSlots - 1)) * shapeSize;
    if (load<u32>(at + 12) == 0) break;
    const isSame =
      load<u32>(at) == type.space && load<u32>(at + 4) == given && load<u32>(at + 8) == told;
    if (isSame) return load<u32>(at + 12) == 1;
  }
  const right = isRight(from, to);
  store<u32>(at, type.space);
  store<u32>(at + 4, given);
  store<u32>(at + 8, told);
  store<u32>(at + 12, right ? 1 : 2);
  return right;
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
    given = 0;
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
      if (item) {
        store<u32>(starts + <usize>field.slot * 4, <u32>start);
        store<u32>(ends + <usize>field.slot * 4, <u32>end);
      }
    }
    i = skipSpace(end);
    if (load<u8>(i) == closeBrace) break;
    if (load<u8>(i) != comma) return notPlain;
    i = skipSpace(i + 1);
  }
  given = present;
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
    if (value == 0) return notPlain;
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
  const at = times + (item ? <usize>field.slot : slots) * timeSize;
  if (load<u8>(i) != quote || !readTime(from, i, at)) return notPlain;
  return isPast(at) ? i + 1 : notPlain;
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

/** Adds the item that was read last: its key, and everything it refers to. */
function addItem(): void {
  type.count++;
  channel = channelOfItem();
  define();
  addReferences();
}

/** Adds everything that the item refers to. */
function refer(): void {
  channel = channelOfItem();
  addReferences();
}

function addReferences(): void {
  if (channel != 0 && !type.isChannel) count(changetype<Key>(channel));
  for (let n = 0; n < type.referenceCount; n++) {
    const at = type.references + <usize>n * referenceSize;
    const slot = load<i32>(at);
    if (!has(slot)) continue;
    if (load<u8>(at + 4) != 0) countEach(slot);
    else if (load<u8>(at + 5) != 0) referToMessage(slot, load<u8>(at + 6) != 0);
    else count(find(users, slot));
  }
  if (type.isMessage && channel != 0 && has(type.author)) {
    countMember(changetype<Key>(channel), find(users, type.author));
  }
}

function define(): void {
  if ((type.isChannel || type.inChannel) && channel == 0) return;
  if (type.keyCount > 0 && !has(type.keySlot0)) return;
  if (type.keyCount > 1 && !has(type.keySlot1)) return;
  if (type.keyCount > 2 && !has(type.keySlot2)) return;
  let kind = RecordKind.define;
  if (has(type.parent)) kind |= RecordKind.reply;
  if (has(type.deleted)) kind |= RecordKind.deleted;
  const at = addRecord(kind);
  const own: usize = type.inChannel ? 1 : 0;
  if (type.isChannel) {
    copyHash(changetype<Key>(channel), at);
  } else if (own + type.keyCount == 1) {
    hashPart(type.keySpace0, type.keySlot0, at);
  } else {
    let part = parts;
    if (type.inChannel) {
      copyHash(changetype<Key>(channel), part);
      part += hashSize;
    }
    hashPart(type.keySpace0, type.keySlot0, part);
    if (type.keyCount > 1) hashPart(type.keySpace1, type.keySlot1, part + hashSize);
    if (type.keyCount > 2) hashPart(type.keySpace2, type.keySlot2, part + 2 * hashSize);
    combine(type.space, own + type.keyCount, at);
  }
  if (type.isMessage) addContext(at);
  else if (has(type.team))
    hashText(teamSpace, startOf(type.team), endOf(type.team), at + At.context);
}

/** Users come again and again, and so do messages that have reactions. */
function hashPart(space: u32, slot: i32, into: usize): void {
  if (space == userSpace) copyHash(find(users, slot), into);
  else if (space == messageSpace && type.isReaction) copyHash(find(messages, slot), into);
  else hashText(space, startOf(slot), endOf(slot), into);
}

function referToMessage(slot: i32, toParent: bool): void {
  const other = type.isReaction ? RecordKind.react : RecordKind.refer;
  const at = addRecord(toParent ? RecordKind.parent : other);
  copyHash(find(messages, slot), at);
  if (toParent) addContext(at);
}

function countEach(slot: i32): void {
  const end: usize = load<u32>(ends + <usize>slot * 4);
  for (let from: usize = load<u32>(starts + <usize>slot * 4) + 1; from < end;) {
    if (load<u8>(from++) != quote) continue;
    const start = from;
    while (load<u8>(from) != quote) from++;
    count(findKey(users, start, from));
    from++;
  }
}

/** Refers to a key, in the record that counts the references to it. */
function count(key: Key): void {
  if (key.place != 0) return countAgain(key.place);
  const at = addRecord(RecordKind.refer);
  copyHash(key, at);
  if (!reporting) key.place = <u32>countRecord(at);
}

/** Refers to a user's membership of a channel. */
function countMember(channel: Key, user: Key): void {
  const slot = memberSlot(channel.number, user.number);
  if (load<u32>(slot) == channel.number && load<u32>(slot + 4) == user.number) {
    return countAgain(load<u32>(slot + 8));
  }
  const at = addRecord(RecordKind.refer | RecordKind.membership);
  copyHash(channel, parts);
  copyHash(user, parts + hashSize);
  combine(memberSpace, 2, at);
  if (reporting) return;
  store<u32>(slot, channel.number);
  store<u32>(slot + 4, user.number);
  store<u32>(slot + 8, <u32>countRecord(at));
}

/** The channel and the time of a message. */
function addContext(at: usize): void {
  if (channel != 0) copyHash(changetype<Key>(channel), at + At.context);
  if (!has(type.createdAt)) return;
  const time = times + <usize>type.createdAt * timeSize;
  store<u64>(at + At.time, load<u64>(time));
  store<u32>(at + At.time + 8, load<u32>(time + 8));
}

/** The key of the item's channel; 0 where it has none. */
function channelOfItem(): usize {
  if (!has(type.channelType)) return 0;
  if (has(type.channelId)) return named(startOf(type.channelId), endOf(type.channelId));
  if (!has(type.members)) return 0;
  const from: usize = load<u32>(starts + <usize>type.members * 4);
  const to: usize = load<u32>(ends + <usize>type.members * 4);
  hashText(channels.space, from, to, list);
  const slot = distinct + (<usize>load<u32>(list) & (distinctSlots - 1)) * distinctSize;
  if (load<u64>(slot) != load<u64>(list) || load<u64>(slot + 8) != load<u64>(list + 8)) {
    distinctId(from, to, slot + hashSize);
    memory.copy(slot, list, hashSize);
  }
  return named(slot + hashSize, slot + hashSize + distinctLength);
}

/** The key of the channel of the item's channel type, with the id in [`from`, `to`). */
function named(from: usize, to: usize): usize {
  const typeFrom = startOf(type.channelType);
  const typeLength = endOf(type.channelType) - typeFrom;
  const length = typeLength + 1 + to - from;
  const isLast =
    length == cidLength &&
    isText(cid, typeFrom, typeLength) &&
    load<u8>(cid + typeLength) == colon &&
    isText(cid + typeLength + 1, from, to - from);
  if (isLast) return lastChannel;
  memory.copy(cid, typeFrom, typeLength);
  store<u8>(cid + typeLength, colon);
  memory.copy(cid + typeLength + 1, from, to - from);
  cidLength = length;
  lastChannel = changetype<usize>(findKey(channels, cid, cid + length));
  return lastChannel;
}

function find(cache: KeyCache, slot: i32): Key {
  return findKey(cache, startOf(slot), endOf(slot));
}

/** The text of a field, without its quotes. */
function startOf(slot: i32): usize {
  return <usize>load<u32>(starts + <usize>slot * 4) + 1;
}

function endOf(slot: i32): usize {
  return <usize>load<u32>(ends + <usize>slot * 4) - 1;
}

function has(slot: i32): bool {
  return slot >= 0 && (given & ((<u32>1) << slot)) != 0;
}
