// The way through the bytes of items that are plain, in WebAssembly: see docs/decisions/007. `plain-items.ts` makes the tables and calls it.
import { seed as seedAt } from "./hash";
import { room } from "./memory";
import { addField, Field, fieldSize, newField, Table } from "./tables";

export { brokenItems, forget, setSpaces } from "./add-item";
export { itemCount, newType } from "./item-type";
export { room } from "./memory";
export { nowAt, setCustomLimit } from "./read-element";
export { elementsRead, readItems, setReporting, stopBefore } from "./read-items";
export {
  addMissing,
  forgetMissing,
  roomForMissing,
  roomForRecords,
  sizeOfRecords,
  sortRecords,
  startRecords,
  startsOfBuckets,
} from "./records";
export { newTable } from "./tables";

export function seed(): usize {
  return seedAt;
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
