import {
  type CheckOptions,
  defaultTextLimit,
  type Field,
  fieldTable,
  type FieldTable,
} from "../format/index.ts";

/** How the value of a field is read. `custom`: any JSON. `rare`: only null is plain. */
export type PlainKind =
  | "key"
  | "string"
  | "time"
  | "boolean"
  | "number"
  | "keys"
  | "strings"
  | "objects"
  | "custom"
  | "rare";

/** One field, or one custom name, of a {@link PlainTable}. */
export interface PlainField {
  readonly name: Uint8Array;
  readonly kind: PlainKind;
  /** Its place in the table; -1 for a custom name. */
  readonly slot: number;
  /** By byte: 1 where a string may have it. */
  readonly allowed: Uint8Array;
  /** Most bytes of a string. */
  readonly limit: number;
  /** The only values allowed. */
  readonly values: readonly Uint8Array[] | undefined;
  /** Whether the rules ask which of the values it is. */
  readonly told: boolean;
  /** The table of the objects in it. */
  readonly nested: PlainTable | undefined;
  /** The object it was last met in. */
  met: number;
  /** The field that was behind it last time, and is likely to be next time. */
  next: PlainField | undefined;
  /** Another one whose name has the same hash. */
  same: PlainField | undefined;
}

/** Most custom names that are known at once. */
const mostNames = 2_000;

/** Most bytes of what identifies an item, or is referred to. */
const longestKey = 255;

/** Slots are bits of a number. */
const mostSlots = 30;

/** Fields that records are made of, beside keys and references. */
const recorded = new Set(["channel_type", "channel_id", "channel_member_ids", "team"]);

const anyCharacter = bytesWhere((byte) => byte >= 0x20 && byte < 0x80 && !isSpecial(byte));

/** A field table made ready for reading bytes. */
export class PlainTable {
  /** Stands before the first field. */
  readonly head: PlainField;
  /** Bits of the required fields. */
  readonly required: number;
  readonly custom: boolean;
  readonly #table: FieldTable;
  readonly #slots = new Map<string, number>();
  readonly #byHash = new Map<number, PlainField>();
  #known = 0;

  constructor(table: FieldTable, options: CheckOptions) {
    this.#table = table;
    this.custom = table.custom;
    this.head = plainField("", "rare", -1);
    let required = 0;
    for (const field of table.fields.values()) {
      const slot = this.#slots.size;
      this.#slots.set(field.name, slot);
      if (field.required) required |= 1 << slot;
      this.#add(compiled(field, slot, options));
    }
    this.required = required;
  }

  /** The place of a field among those of the table; -1 where it has none of that name. */
  slot(name: string): number {
    return this.#slots.get(name) ?? -1;
  }

  /** The field whose name stands between `from` and `to`, which has no escapes; `undefined` where that is reserved, an alias, looks like another one, or is not kept. */
  find(bytes: Uint8Array, from: number, to: number): PlainField | undefined {
    const key = hash(bytes, from, to);
    for (let field = this.#byHash.get(key); field !== undefined; field = field.same) {
      if (field.name.length === to - from && standsAt(bytes, from, field.name)) return field;
    }
    if (!this.custom) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(from, to));
    const { fields: own, aliases, reserved, lookalike } = this.#table;
    if (own.has(name) || aliases.has(name) || reserved.has(name)) return undefined;
    if (this.#known >= mostNames || lookalike(name) !== undefined) return undefined;
    this.#known++;
    return this.#add(plainField(name, "custom", -1));
  }

  #add(field: PlainField): PlainField {
    const { name } = field;
    const key = hash(name, 0, name.length);
    field.same = this.#byHash.get(key);
    this.#byHash.set(key, field);
    return field;
  }
}

/** Whether the name stands at `from` and the quote behind it. */
export function standsAt(bytes: Uint8Array, from: number, name: Uint8Array): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false;
  return bytes[from + name.length] === 0x22;
}

function compiled(field: Field, slot: number, options: CheckOptions): PlainField {
  const rare = plainField(field.name, "rare", slot);
  if (slot >= mostSlots) return rare;
  switch (field.kind) {
    case "string": {
      const isKey = field.upsert === "key" || field.refersTo || recorded.has(field.name);
      const values = field.values ?? valuesOf(field.refersTo, options);
      const pattern = (options.lighterChannelIds && field.lighterPattern) || field.pattern;
      const allowed = pattern
        ? bytesWhere((byte) => !isSpecial(byte) && pattern.test(String.fromCharCode(byte)))
        : anyCharacter;
      const limit = field.unit ? shortestText(options) : (field.limit ?? Infinity);
      return {
        ...rare,
        kind: isKey || pattern || values ? "key" : "string",
        allowed,
        limit: isKey ? Math.min(limit, longestKey) : limit,
        values: values?.map((value) => new TextEncoder().encode(value)),
        told: field.values !== undefined,
      };
    }
    case "strings":
      if (field.upsert === "key" || field.refersTo === "cid") return rare;
      return { ...rare, kind: field.refersTo || recorded.has(field.name) ? "keys" : "strings" };
    case "objects": {
      const { fields, reserved } = field;
      const nested = new PlainTable(fieldTable({ fields, reserved, custom: true }), options);
      return { ...rare, kind: "objects", nested };
    }
    case "time":
    case "boolean":
    case "number":
      return { ...rare, kind: field.kind };
    default:
      return rare;
  }
}

function plainField(name: string, kind: PlainKind, slot: number): PlainField {
  return {
    name: new TextEncoder().encode(name),
    kind,
    slot,
    allowed: anyCharacter,
    limit: longestKey,
    values: undefined,
    told: false,
    nested: undefined,
    met: 0,
    next: undefined,
    same: undefined,
  };
}

function valuesOf(
  target: string | undefined,
  options: CheckOptions,
): readonly string[] | undefined {
  if (target === "role") return options.roles;
  if (target === "channel_type") return Object.keys(options.channelTypes);
  return undefined;
}

/** A text this long is short enough in every channel. */
function shortestText({ channelTypes }: CheckOptions): number {
  return Math.min(defaultTextLimit, ...Object.values(channelTypes));
}

function bytesWhere(test: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < 0x80 && test(byte)));
}

/** Quotes, backslashes and control characters do not stand for themselves. */
function isSpecial(byte: number): boolean {
  return byte === 0x22 || byte === 0x5c || byte < 0x20;
}

function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = to - from;
  for (let i = from; i < to; i++) value = (Math.imul(value, 31) + bytes[i]!) | 0;
  return value;
}
