import { isCustom } from "./host";
import { room } from "./memory";

/** How the value of a field is read; see `PlainKind`. */
export namespace Kind {
  export const key: i32 = 0;
  export const string: i32 = 1;
  export const time: i32 = 2;
  export const boolean: i32 = 3;
  export const number: i32 = 4;
  export const keys: i32 = 5;
  export const strings: i32 = 6;
  export const object: i32 = 7;
  export const objects: i32 = 8;
  export const custom: i32 = 9;
}

/** One field, or one custom name. */
@unmanaged
export class Field {
  /** The name and the quote behind it. */
  name: usize;
  nameLength: i32;
  /** What counts of the last eight bytes of the name. */
  lastMask: u64;
  kind: i32;
  /** Its place in the table, which other names of the field share; -1 for a custom name. */
  slot: i32;
  /** By byte: 1 where a string may have it. */
  allowed: usize;
  /** Most bytes of a string. */
  limit: u32;
  /** The only values allowed, each with the quote behind it; 0 where all are. */
  values: usize;
  valueCount: i32;
  /** Whether the rules ask which of the values it is. */
  told: bool;
  /** The table of the objects in it. */
  nested: usize;
  /** The object it was last met in. */
  met: u32;
  /** The field that was behind it last time, and is likely to be next time. */
  next: usize;
  /** Another one whose name has the same hash. */
  same: usize;
}

const buckets: usize = 256;

/** The fields of a kind of objects. */
@unmanaged
export class Table {
  number: i32;
  /** Stands before the first field. */
  head: usize;
  /** Bits of the required fields. */
  required: u32;
  fields: usize;
}

/** Bytes of a value that is allowed: where it stands and how long it is. */
const valueSize: usize = 8;

let tables: i32 = 0;

/** Where the fields of custom names go, from behind: there is no more room once records have begun. */
const customRoom: usize = 524_288;
const custom: usize = room(customRoom);
let customLeft: usize = customRoom;

export function newTable(): usize {
  const table = changetype<Table>(room(offsetof<Table>()));
  table.number = tables++;
  table.head = changetype<usize>(newField(room(fieldSize(0)), 0, 0));
  table.fields = room(buckets * 4);
  return changetype<usize>(table);
}

/** A field with the name in [`from`, `to`), in memory for {@link fieldSize}. */
export function newField(at: usize, from: usize, to: usize): Field {
  const field = changetype<Field>(at);
  field.name = at + ((offsetof<Field>() + 7) & ~7);
  field.nameLength = <i32>(to - from);
  memory.copy(field.name, from, to - from);
  store<u8>(field.name + (to - from), 0x22);
  const rest = (field.nameLength + 1) & 7;
  field.lastMask = rest == 0 ? ~(<u64>0) : ((<u64>1) << (<u64>rest * 8)) - 1;
  return field;
}

/** Bytes of a field and its name, which {@link isNamed} reads eight at a time. */
export function fieldSize(nameLength: usize): usize {
  return (offsetof<Field>() + nameLength + 24) & ~7;
}

export function addField(table: Table, field: Field): void {
  const bucket = table.fields + hash(field.name, field.name + field.nameLength) * 4;
  field.same = load<u32>(bucket);
  store<u32>(bucket, <u32>changetype<usize>(field));
}

/** Whether the field's name stands at `at`, and a quote behind it. */
export function isNamed(field: Field, at: usize): bool {
  let name = field.name;
  let left = field.nameLength + 1;
  for (; left > 8; left -= 8, at += 8, name += 8) {
    if (load<u64>(at) != load<u64>(name)) return false;
  }
  return (load<u64>(at) & field.lastMask) == load<u64>(name);
}

/** The field whose name stands in [`from`, `to`), which has no escapes; 0 where there is none, and it cannot be custom data. */
export function findField(table: Table, from: usize, to: usize): usize {
  const bucket = table.fields + hash(from, to) * 4;
  for (let at: usize = load<u32>(bucket); at != 0; at = changetype<Field>(at).same) {
    const field = changetype<Field>(at);
    if (<usize>field.nameLength == to - from && isNamed(field, from)) return at;
  }
  const size = fieldSize(to - from);
  if (size > customLeft || !isCustom(table.number, from, to)) return 0;
  customLeft -= size;
  const field = newField(custom + customLeft, from, to);
  field.kind = Kind.custom;
  field.slot = -1;
  addField(table, field);
  return changetype<usize>(field);
}

/** Which of the field's values stands in [`from`, `to`), from 1; 0 where none does. */
export function valueOf(field: Field, from: usize, to: usize): i32 {
  for (let n = 0; n < field.valueCount; n++) {
    const value = field.values + <usize>n * valueSize;
    if (load<u32>(value + 4) != <u32>(to - from)) continue;
    if (memory.compare(load<u32>(value), from, to - from) == 0) return n + 1;
  }
  return 0;
}

function hash(from: usize, to: usize): usize {
  let value = <u32>(to - from);
  for (let i = from; i < to; i++) value = value * 31 + load<u8>(i);
  return <usize>(value ^ (value >> 8)) & (buckets - 1);
}
