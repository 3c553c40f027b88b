// The way through the bytes of items that are plain, in WebAssembly: see docs/decisions/007. `plain-items.ts` makes the tables and calls it.
import { seed as seedAt } from "./hash";
import { addReference, ItemType, newType, now as nowAt, setUp } from "./items";
import { room } from "./memory";
import { startRecords } from "./records";
import { addField, Field, fieldSize, newField, newTable, Table } from "./tables";

export { elementsRead, forget, readItems, setReporting, stopBefore } from "./items";
export { addMissing, forgetMissing, roomForMissing } from "./records";
export { roomForRecords, sizeOfRecords, sortRecords, startsOfBuckets } from "./records";
export { addReference, newTable, room, setUp, startRecords };

export function seed(): usize {
  return seedAt;
}

export function now(): usize {
  return nowAt;
}

/** Adds a field to a table; its name stands at `name`. Gives it. */
export function tableField(
  table: usize,
  name: usize,
  nameLength: i32,
  kind: i32,
  slot: i32,
  allowed: usize,
  limit: u32,
  told: bool,
  nested: usize,
): usize {
  const field = newField(room(fieldSize(nameLength)), name, name + nameLength);
  field.kind = kind;
  field.slot = slot;
  field.allowed = allowed;
  field.limit = limit;
  field.told = told;
  field.nested = nested;
  addField(changetype<Table>(table), field);
  return changetype<usize>(field);
}

/** The values that a field may have: `count` pairs of address and length. */
export function fieldValues(field: usize, values: usize, count: i32): void {
  changetype<Field>(field).values = values;
  changetype<Field>(field).valueCount = count;
}

export function tableRequired(table: usize, required: u32): void {
  changetype<Table>(table).required = required;
}

/** Adds a type of items; its name stands at `name`. */
export function itemType(table: usize, name: usize, nameLength: i32, space: u32): usize {
  const type = changetype<ItemType>(newType());
  type.name = newField(room(fieldSize(nameLength)), name, name + nameLength);
  type.table = changetype<Table>(table);
  type.space = space;
  return changetype<usize>(type);
}

/** Says where the fields of a type stand that records are made of; -1 where it has none. */
export function itemPlaces(
  at: usize,
  channelType: i32,
  channelId: i32,
  members: i32,
  createdAt: i32,
  parent: i32,
  deleted: i32,
  author: i32,
  team: i32,
): void {
  const type = changetype<ItemType>(at);
  type.channelType = channelType;
  type.channelId = channelId;
  type.members = members;
  type.createdAt = createdAt;
  type.parent = parent;
  type.deleted = deleted;
  type.author = author;
  type.team = team;
}

/** Says what the key of a type is put together from. */
export function itemKey(
  at: usize,
  isChannel: bool,
  inChannel: bool,
  count: i32,
  space0: u32,
  slot0: i32,
  space1: u32,
  slot1: i32,
  space2: u32,
  slot2: i32,
): void {
  const type = changetype<ItemType>(at);
  type.isChannel = isChannel;
  type.inChannel = inChannel;
  type.keyCount = count;
  type.keySpace0 = space0;
  type.keySlot0 = slot0;
  type.keySpace1 = space1;
  type.keySlot1 = slot1;
  type.keySpace2 = space2;
  type.keySlot2 = slot2;
}

/** Says what is special about a type: which it is. */
export function itemIs(at: usize, isMessage: bool, isReaction: bool): void {
  const type = changetype<ItemType>(at);
  type.isMessage = isMessage;
  type.isReaction = isReaction;
}

/** Items of a type so far. */
export function itemCount(at: usize): u32 {
  return changetype<ItemType>(at).count;
}
