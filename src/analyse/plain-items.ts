import {
  checkElement,
  type CheckOptions,
  customDataLimit,
  fieldTables,
  type Issue,
  type ItemTypeName,
  itemTypeNames,
  parseJson,
} from "../format/index.ts";
import { decode } from "./decode.ts";
import { notPlain, plainName, plainNumber, plainString, plainValue } from "./plain-json.ts";
import { type PlainField, PlainTable, standsAt } from "./plain-table.ts";
import { plainTime } from "./plain-time.ts";
import { skipSpace } from "./scan-value.ts";
import { timeWords } from "./time-words.ts";

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

const typeName = ascii("type");
const itemName = ascii("item");
const dataName = ascii("data");

const timeSize = 3;
const slots = 32;

/** A type of items: its table, and the shapes that were found right. */
interface PlainType {
  readonly type: ItemTypeName;
  readonly name: Uint8Array;
  readonly table: PlainTable;
  /** By which fields are given, and what the one says whose values are told apart: whether an item of this shape is right. */
  readonly shapes: Map<number, boolean>;
}

/** Reads items in which nothing is wrong, and nothing out of the ordinary, from their bytes alone: no text is decoded, no object made. What it reads, checkElement finds no issue in; of what it does not read, nothing is known.
 *
 * Fields are read by their tables. Rules over several fields are not repeated here: they are asked once for each shape, which is the set of fields that an item gives, by the first item that has it. That is exact as long as what else a rule looks at is part of the shape or was made sure of by the field: the value of a field with few values, the length of a text, a time that is past. */
export class PlainItems {
  /** The bytes of the item read last, and where the value of each field stands in them. */
  bytes: Uint8Array = new Uint8Array(0);
  readonly starts = new Int32Array(slots);
  readonly ends = new Int32Array(slots);
  /** Bits of the fields that are given: neither absent, null nor empty. */
  given = 0;
  /** Times as {@link timeWords} writes them, by the field. */
  readonly times = new Uint32Array(slots * timeSize);
  readonly #options: CheckOptions;
  readonly #types: readonly PlainType[];
  readonly #now = new Uint32Array(timeSize);
  #type: PlainType;
  #objects = 0;
  #given = 0;
  #told = 0;

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#types = itemTypeNames.map((type) => {
      const table = new PlainTable(fieldTables[type], options);
      return { type, name: ascii(type), table, shapes: new Map() };
    });
    this.#type = this.#types[0]!;
    timeWords(options.now, this.#now, 0);
  }

  /** The type of the item read last. */
  get type(): ItemTypeName {
    return this.#type.type;
  }

  /** The table of the item read last. */
  get table(): PlainTable {
    return this.#type.table;
  }

  /** Reads the element at `from`; gives its end, or {@link notPlain}. */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (bytes[from] !== openBrace) return notPlain;
    let i = skipSpace(bytes, from + 1, to);
    if (bytes[i] !== quote || !standsAt(bytes, i + 1, typeName)) return notPlain;
    i = valueStart(bytes, i + 6, to);
    if (i === notPlain || bytes[i] !== quote) return notPlain;
    const type = this.#typeAt(bytes, i + 1);
    if (type === undefined) return notPlain;
    i = skipSpace(bytes, i + 2 + type.name.length, to);
    if (bytes[i] !== comma) return notPlain;
    i = skipSpace(bytes, i + 1, to);
    if (bytes[i] !== quote) return notPlain;
    if (!standsAt(bytes, i + 1, itemName) && !standsAt(bytes, i + 1, dataName)) return notPlain;
    i = valueStart(bytes, i + 6, to);
    if (i === notPlain || bytes[i] !== openBrace) return notPlain;
    this.#told = 0;
    this.#type = type;
    this.bytes = bytes;
    i = this.#object(bytes, i, to, type.table, true);
    if (i === notPlain) return notPlain;
    this.given = this.#given;
    i = skipSpace(bytes, i, to);
    if (bytes[i] !== closeBrace || i >= to) return notPlain;
    return this.#isRight(type, bytes, from, i + 1) ? i + 1 : notPlain;
  }

  #typeAt(bytes: Uint8Array, at: number): PlainType | undefined {
    if (standsAt(bytes, at, this.#type.name)) return this.#type;
    for (const type of this.#types) if (standsAt(bytes, at, type.name)) return type;
    return undefined;
  }

  /** Whether items of this shape are right, by the first of them. */
  #isRight({ shapes }: PlainType, bytes: Uint8Array, from: number, to: number): boolean {
    const shape = this.#told * 2 ** slots + this.given;
    let right = shapes.get(shape);
    if (right === undefined) {
      const issues: Issue[] = [];
      checkElement(parseJson(decode(bytes.subarray(from, to))!), this.#options, false, issues);
      right = issues.length === 0;
      shapes.set(shape, right);
    }
    return right;
  }

  /** Reads an object by its table and leaves in `#given` which fields it gives; `item` says to keep where. */
  #object(bytes: Uint8Array, from: number, to: number, table: PlainTable, item: boolean): number {
    const object = ++this.#objects;
    let i = skipSpace(bytes, from + 1, to);
    let given = 0;
    let custom = 0;
    let before = table.head;
    if (bytes[i] === closeBrace) {
      this.#given = 0;
      return i < to ? i + 1 : notPlain;
    }
    for (;;) {
      if (bytes[i] !== quote) return notPlain;
      const name = i + 1;
      let field = before.next;
      if (field === undefined || !standsAt(bytes, name, field.name)) {
        const end = plainName(bytes, name, to);
        if (end === notPlain) return notPlain;
        field = table.find(bytes, name, end);
        if (field === undefined) return notPlain;
        before.next = field;
      }
      before = field;
      if (field.met === object) return notPlain;
      field.met = object;
      const start = valueStart(bytes, name + field.name.length + 1, to);
      if (start === notPlain) return notPlain;
      const end = this.#value(bytes, start, to, field, item);
      if (end === notPlain) return notPlain;
      if (field.slot < 0) {
        custom += end - name + 4;
      } else if (!isEmpty(bytes, start, end)) {
        given |= 1 << field.slot;
        if (item) {
          this.starts[field.slot] = start;
          this.ends[field.slot] = end;
        }
      }
      i = skipSpace(bytes, end, to);
      if (bytes[i] === closeBrace) break;
      if (bytes[i] !== comma) return notPlain;
      i = skipSpace(bytes, i + 1, to);
    }
    this.#given = given;
    return i < to && custom < customDataLimit ? i + 1 : notPlain;
  }

  #value(bytes: Uint8Array, i: number, to: number, field: PlainField, item: boolean): number {
    const byte = bytes[i];
    if (byte === 0x6e) return plainValue(bytes, i, to);
    switch (field.kind) {
      case "key":
      case "string":
        return byte === quote ? this.#string(bytes, i, to, field, item) : notPlain;
      case "time":
        return byte === quote ? this.#time(bytes, i + 1, to, field, item) : notPlain;
      case "boolean":
        return byte === 0x74 || byte === 0x66 ? plainValue(bytes, i, to) : notPlain;
      case "number":
        return plainNumber(bytes, i, to);
      case "keys":
      case "strings":
        return byte === openBracket ? this.#strings(bytes, i, to, field) : notPlain;
      case "objects":
        return byte === openBracket ? this.#list(bytes, i, to, field.nested!) : notPlain;
      case "custom":
        return plainValue(bytes, i, to);
      case "rare":
        return notPlain;
    }
  }

  #string(bytes: Uint8Array, from: number, to: number, field: PlainField, item: boolean): number {
    const { allowed, values } = field;
    const start = from + 1;
    let i = start;
    while (i < to && allowed[bytes[i]!] === 1) i++;
    if (bytes[i] !== quote) {
      if (field.kind === "key") return notPlain;
      i = plainString(bytes, i, to);
      if (i === notPlain) return notPlain;
    }
    if (i - start > field.limit || i >= to) return notPlain;
    if (values !== undefined && i > start) {
      const value = values.findIndex(
        (allowedValue) => allowedValue.length === i - start && standsAt(bytes, start, allowedValue),
      );
      if (value < 0) return notPlain;
      if (item && field.told) this.#told = value + 1;
    }
    return i + 1;
  }

  #time(bytes: Uint8Array, from: number, to: number, { slot }: PlainField, item: boolean): number {
    let i = from;
    while (i < to && bytes[i] !== quote && i - from < 64) i++;
    const at = item ? slot * timeSize : (slots - 1) * timeSize;
    if (i >= to || bytes[i] !== quote || !plainTime(bytes, from, i, this.times, at))
      return notPlain;
    return isBefore(this.times, at, this.#now) ? i + 1 : notPlain;
  }

  #strings(bytes: Uint8Array, from: number, to: number, field: PlainField): number {
    const { allowed, limit } = field;
    const isKeys = field.kind === "keys";
    let i = skipSpace(bytes, from + 1, to);
    if (bytes[i] === closeBracket) return i < to ? i + 1 : notPlain;
    for (;;) {
      const start = i + 1;
      if (bytes[i] !== quote) return notPlain;
      for (i = start; i < to && allowed[bytes[i]!] === 1;) i++;
      if (bytes[i] !== quote) i = isKeys ? notPlain : plainString(bytes, i, to);
      if (i === notPlain || i === start || (isKeys && i - start > limit)) return notPlain;
      i = skipSpace(bytes, i + 1, to);
      if (bytes[i] === closeBracket) break;
      if (bytes[i] !== comma) return notPlain;
      i = skipSpace(bytes, i + 1, to);
    }
    return i < to ? i + 1 : notPlain;
  }

  #list(bytes: Uint8Array, from: number, to: number, table: PlainTable): number {
    let i = skipSpace(bytes, from + 1, to);
    if (bytes[i] === closeBracket) return i < to ? i + 1 : notPlain;
    for (;;) {
      if (bytes[i] !== openBrace) return notPlain;
      i = this.#object(bytes, i, to, table, false);
      if (i === notPlain || (this.#given & table.required) !== table.required) return notPlain;
      i = skipSpace(bytes, i, to);
      if (bytes[i] === closeBracket) return i < to ? i + 1 : notPlain;
      if (bytes[i] !== comma) return notPlain;
      i = skipSpace(bytes, i + 1, to);
    }
  }
}

/** The first byte of the value behind the colon that follows a name. */
function valueStart(bytes: Uint8Array, from: number, to: number): number {
  const i = skipSpace(bytes, from, to);
  return bytes[i] === colon ? skipSpace(bytes, i + 1, to) : notPlain;
}

/** Whether a value counts as not given: null, and strings and lists without anything in them. */
function isEmpty(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (first === 0x6e) return true;
  if (first === quote) return end === start + 2;
  return first === openBracket && skipSpace(bytes, start + 1, end) === end - 1;
}

function isBefore(words: Uint32Array, at: number, other: Uint32Array): boolean {
  for (let i = 0; i < timeSize; i++) {
    const difference = words[at + i]! - other[i]!;
    if (difference !== 0) return difference < 0;
  }
  return true;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
