import { distinctId } from "./host";
import { combine, hashSize, hashText, parts } from "./hash";
import { endOf, has, startOf, timeAt, type } from "./item";
import { forgetCounts, referenceAt } from "./item-type";
import { colon, quote } from "./json";
import {
  copyHash,
  findKey,
  forgetMembers,
  forgetPlaces,
  Key,
  KeyCache,
  memberSlot,
  newKeyCache,
} from "./key-cache";
import { room } from "./memory";
import { addRecord, At, countAgain, countRecord, forgetRecords, RecordKind } from "./records";
import { isText } from "./text";

/** Whether items are only looked at, whose records nobody keeps. */
let looking: bool = false;

/** How many items were broken. */
let broken: u32 = 0;

export function brokenItems(): u32 {
  return broken;
}

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

/** Says where keys are hashed; see `keySpaces`. */
export function setSpaces(user: u32, channel: u32, message: u32, member: u32, team: u32): void {
  userSpace = user;
  messageSpace = message;
  memberSpace = member;
  teamSpace = team;
  users = newKeyCache(user);
  channels = newKeyCache(channel);
  messages = newKeyCache(message);
}

export function setLooking(value: bool): void {
  looking = value;
}

/** Lets go of the records, and of what is remembered about them. */
export function forget(): void {
  broken = 0;
  forgetRecords();
  forgetPlaces(users);
  forgetPlaces(channels);
  forgetMembers();
  forgetCounts();
}

/** Adds the item that was read last: its key, and everything it refers to. */
export function addItem(isBroken: bool): void {
  type.count++;
  if (isBroken) broken++;
  channel = channelOfItem();
  define(isBroken);
  addReferences();
}

/** Adds everything that the item refers to. */
export function refer(): void {
  channel = channelOfItem();
  addReferences();
}

function addReferences(): void {
  if (channel != 0 && !type.isChannel) count(changetype<Key>(channel));
  for (let n = 0; n < type.referenceCount; n++) {
    const reference = referenceAt(type, n);
    const slot = reference.slot;
    if (!has(slot)) continue;
    if (reference.isList) countEach(slot);
    else if (reference.toMessage) referToMessage(slot, reference.toParent != 0);
    else count(find(users, slot));
  }
  if (type.isMessage && channel != 0 && has(type.author)) {
    countMember(changetype<Key>(channel), find(users, type.author));
  }
}

function define(isBroken: bool): void {
  if ((type.isChannel || type.inChannel) && channel == 0) return;
  if (type.keyCount > 0 && !has(type.keySlot0)) return;
  if (type.keyCount > 1 && !has(type.keySlot1)) return;
  if (type.keyCount > 2 && !has(type.keySlot2)) return;
  let kind = RecordKind.define;
  if (isBroken) kind |= RecordKind.broken;
  else {
    if (has(type.parent)) kind |= RecordKind.reply;
    if (has(type.deleted)) kind |= RecordKind.deleted;
  }
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
  const end = endOf(slot);
  for (let from = startOf(slot); from < end;) {
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
  if (!looking) key.place = <u32>countRecord(at);
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
  if (looking) return;
  store<u32>(slot, channel.number);
  store<u32>(slot + 4, user.number);
  store<u32>(slot + 8, <u32>countRecord(at));
}

/** The channel and the time of a message. */
function addContext(at: usize): void {
  if (channel != 0) copyHash(changetype<Key>(channel), at + At.context);
  if (!has(type.createdAt)) return;
  const time = timeAt(type.createdAt, true);
  store<u64>(at + At.time, load<u64>(time));
  store<u32>(at + At.time + 8, load<u32>(time + 8));
}

/** The key of the item's channel; 0 where it has none. */
function channelOfItem(): usize {
  if (!has(type.channelType)) return 0;
  if (has(type.channelId)) return named(startOf(type.channelId), endOf(type.channelId));
  if (!has(type.members)) return 0;
  // With the brackets: it is handed on as JSON.
  const from = startOf(type.members) - 1;
  const to = endOf(type.members) + 1;
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
