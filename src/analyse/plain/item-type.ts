import { room } from "./memory";
import { Field, fieldSize, isNamed, newField, Table } from "./tables";

/** A type of items. What stands above `name` is written by `plain-items.ts`, word by word in this order; a slot is -1 where the type has no such field. */
@unmanaged
export class ItemType {
  space: u32;
  channelType: i32;
  channelId: i32;
  members: i32;
  createdAt: i32;
  parent: i32;
  deleted: i32;
  author: i32;
  team: i32;
  isChannel: i32;
  isMessage: i32;
  isReaction: i32;
  /** Whether the channel is the first part of the key, and how many parts are fields: their spaces and slots. */
  inChannel: i32;
  keyCount: i32;
  keySpace0: u32;
  keySlot0: i32;
  keySpace1: u32;
  keySlot1: i32;
  keySpace2: u32;
  keySlot2: i32;
  /** What it refers to beside its channel is told by {@link Reference} objects at `references`. */
  referenceCount: i32;
  references: usize;
  name: Field;
  table: Table;
  /** Items of this type. */
  count: u32;
}

/** A field that refers. Written by `plain-items.ts` as well. */
@unmanaged
export class Reference {
  slot: i32;
  isList: i32;
  toMessage: i32;
  toParent: i32;
}

const mostTypes: usize = 16;
const types: usize = room(mostTypes * 4);
let typeCount: usize = 0;

/** Adds a type; its name stands at `name`. Gives where it is. */
export function newType(table: usize, name: usize, nameLength: i32): usize {
  const type = changetype<ItemType>(room(offsetof<ItemType>()));
  type.name = newField(room(fieldSize(nameLength)), name, name + nameLength);
  type.table = changetype<Table>(table);
  store<u32>(types + typeCount++ * 4, <u32>changetype<usize>(type));
  return changetype<usize>(type);
}

/** Items of a type that were read. */
export function itemCount(type: usize): u32 {
  return changetype<ItemType>(type).count;
}

export function forgetCounts(): void {
  for (let n: usize = 0; n < typeCount; n++) typeAt(n).count = 0;
}

/** The type whose name stands at `at`, and a quote behind it; 0 where there is none. */
export function findType(at: usize): usize {
  for (let n: usize = 0; n < typeCount; n++) {
    if (isNamed(typeAt(n).name, at)) return changetype<usize>(typeAt(n));
  }
  return 0;
}

/** The reference of a type that is `n` behind its first. */
export function referenceAt(type: ItemType, n: i32): Reference {
  return changetype<Reference>(type.references + <usize>n * offsetof<Reference>());
}

function typeAt(n: usize): ItemType {
  return changetype<ItemType>(<usize>load<u32>(types + n * 4));
}
