import { hashText } from "./hash";
import { room } from "./memory";
import { isText } from "./text";

const slots: usize = 2048;

/** Longest key that is remembered, in bytes. */
const width: usize = 96;

/** What is remembered of a key. */
@unmanaged
export class Key {
  hash0: u64;
  hash1: u64;
  /** Which key this is: no other one ever has its number. */
  number: u32;
  /** The record that counts the references to it; 0 where there is none yet. */
  place: u32;
  length: u32;
}

const textAt: usize = 32;
const slotSize: usize = 128;

/** Remembers the hashes of keys that come again and again. Keys that fall on one slot take turns in it: who is clever about that makes it slow, and no more. */
@unmanaged
export class KeyCache {
  space: u32;
  slots: usize;
  keys: u32;
}

export function newKeyCache(space: u32): KeyCache {
  const cache = changetype<KeyCache>(room(offsetof<KeyCache>()));
  cache.space = space;
  // One more, for what is too long.
  cache.slots = room((slots + 1) * slotSize);
  return cache;
}

/** Lets go of all places. */
export function forgetPlaces(cache: KeyCache): void {
  for (let slot: usize = 0; slot <= slots; slot++) {
    changetype<Key>(cache.slots + slot * slotSize).place = 0;
  }
}

/** The key that stands as ASCII in [`from`, `to`), until the next call. */
export function findKey(cache: KeyCache, from: usize, to: usize): Key {
  const length = to - from;
  let slot = slots;
  if (length <= width) slot = slotOf(from, to);
  const at = cache.slots + slot * slotSize;
  const key = changetype<Key>(at);
  if (slot < slots) {
    if (key.length == <u32>length && isText(at + textAt, from, length)) return key;
    key.length = <u32>length;
    for (let i: usize = 0; i < length; i += 8) {
      store<u64>(at + textAt + i, load<u64>(from + i));
    }
  }
  key.number = ++cache.keys;
  key.place = 0;
  hashText(cache.space, from, to, at);
  return key;
}

/** Writes the key's hash. */
export function copyHash(key: Key, into: usize): void {
  store<u64>(into, key.hash0);
  store<u64>(into + 8, key.hash1);
}

function slotOf(from: usize, to: usize): usize {
  let mixed = <u32>(to - from);
  let i = from;
  for (; i + 4 <= to; i += 4) mixed = (mixed ^ load<u32>(i)) * 0x9e3779b1;
  for (; i < to; i++) mixed = (mixed ^ <u32>load<u8>(i)) * 0x9e3779b1;
  return <usize>(mixed ^ (mixed >> 15)) & (slots - 1);
}

const memberSlots: usize = 8192;
const memberSize: usize = 12;
const members: usize = room(memberSlots * memberSize);

let anyMember: bool = false;

/** Where the record of a member is that counts references is remembered, by the numbers of channel and user. */
export function memberSlot(channel: u32, user: u32): usize {
  anyMember = true;
  const mixed = ((channel * 0x9e3779b1) ^ user) * 0x85ebca6b;
  return members + (<usize>(mixed ^ (mixed >> 15)) & (memberSlots - 1)) * memberSize;
}

export function forgetMembers(): void {
  if (!anyMember) return;
  anyMember = false;
  memory.fill(members, 0, memberSlots * memberSize);
}
