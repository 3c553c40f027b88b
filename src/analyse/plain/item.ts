import { ItemType } from "./item-type";
import { room } from "./memory";
import { timeSize } from "./time";

const slots: usize = 32;

/** Where the value of each field stands in the item at hand, and its times. */
const starts: usize = room(slots * 4);
const ends: usize = room(slots * 4);
const times: usize = room((slots + 1) * timeSize);

/** The type of the item at hand. */
export let type: ItemType = changetype<ItemType>(0);

/** Bits of the fields that it gives: neither absent, null nor empty. */
export let given: u32 = 0;

export function setType(value: usize): void {
  type = changetype<ItemType>(value);
}

export function setGiven(fields: u32): void {
  given = fields;
}

export function has(slot: i32): bool {
  return slot >= 0 && (given & ((<u32>1) << slot)) != 0;
}

export function setValue(slot: i32, start: usize, end: usize): void {
  store<u32>(starts + <usize>slot * 4, <u32>start);
  store<u32>(ends + <usize>slot * 4, <u32>end);
}

/** Where the value of a field begins and ends, its quotes or brackets left out. */
export function startOf(slot: i32): usize {
  return <usize>load<u32>(starts + <usize>slot * 4) + 1;
}

export function endOf(slot: i32): usize {
  return <usize>load<u32>(ends + <usize>slot * 4) - 1;
}

/** Where the words of a field's time are; of one in an object in the item, those of no field. */
export function timeAt(slot: i32, item: bool): usize {
  return times + (item ? <usize>slot : slots) * timeSize;
}
