import {
  type CheckOptions,
  defaultTextLimit,
  type Field,
  fieldTable,
  type FieldTable,
} from "../format/index.ts";
import type { PlainKernel } from "./plain-kernel.ts";

/** How the value of a field is read, in the order of `Kind` in src/analyse/plain: by name where that says it. `custom`: any JSON. `rare`, which is none of those: only null is plain. */
const kinds = [
  "key",
  "string",
  "time",
  "boolean",
  "number",
  "keys",
  "strings",
  "object",
  "objects",
  "custom",
  "rare",
] as const;

/** One field, as far as it is plain. */
interface PlainField {
  readonly kind: (typeof kinds)[number];
  /** By byte: 1 where a string may have it. */
  readonly allowed: Uint8Array;
  /** Most bytes of a string. */
  readonly limit: number;
  /** The only values allowed. */
  readonly values?: readonly string[] | undefined;
  /** Whether the rules ask which of the values it is. */
  readonly told?: boolean;
  /** The table of the objects in it. */
  readonly nested?: FieldTable;
}

/** Most custom names of a table that are known at once. */
const mostNames = 2_000;

/** Most bytes of what identifies an item, or is referred to. */
const longestKey = 255;

const unlimited = 0xffff_ffff;

/** Slots are bits of a number. */
const mostSlots = 30;

/** Fields that records are made of, beside keys and references. */
const recorded = new Set(["channel_type", "channel_id", "channel_member_ids", "team"]);

const anyCharacter = bytesWhere((byte) => byte >= 0x20 && byte < 0x80 && !isSpecial(byte));

/** Field tables as src/analyse/plain knows them, by the number that it gives them. */
export class PlainTables {
  readonly #kernel: PlainKernel;
  readonly #options: CheckOptions;
  readonly #tables: { readonly table: FieldTable; custom: number }[] = [];
  readonly #allowed = new Map<Uint8Array, number>();

  constructor(kernel: PlainKernel, options: CheckOptions) {
    this.#kernel = kernel;
    this.#options = options;
  }

  /** Makes a table and those of the objects in it; gives where it is. */
  add(table: FieldTable): number {
    const kernel = this.#kernel;
    const at = kernel.newTable();
    this.#tables.push({ table, custom: 0 });
    let required = 0;
    for (const [slot, field] of [...table.fields.values()].entries()) {
      if (field.required) required |= 1 << slot;
      const plain = compiled(field, slot, this.#options);
      const nested = plain.nested ? this.add(plain.nested) : 0;
      const others = [...table.aliases].flatMap(([alias, name]) =>
        name === field.name ? [alias] : [],
      );
      for (const name of [field.name, ...others]) {
        const made = kernel.tableField(
          at,
          this.put(new TextEncoder().encode(name)),
          name.length,
          kinds.indexOf(plain.kind),
          slot,
          this.#put(plain.allowed),
          plain.limit,
          plain.told ?? false,
          nested,
        );
        if (plain.values) this.#putValues(made, plain.values);
      }
    }
    kernel.tableRequired(at, required);
    return at;
  }

  /** Whether a name that a table does not have may be one of its custom data: it is not reserved, does not look like another one, and is kept. */
  isCustom(number: number, name: string): boolean {
    const known = this.#tables[number]!;
    const { custom, reserved, lookalike } = known.table;
    if (!custom || reserved.has(name)) return false;
    if (known.custom >= mostNames || lookalike(name) !== undefined) return false;
    known.custom++;
    return true;
  }

  /** Copies bytes into the kernel's memory and tells where they are. */
  put(bytes: Uint8Array): number {
    const at = this.#kernel.room(bytes.length);
    new Uint8Array(this.#kernel.memory.buffer).set(bytes, at);
    return at;
  }

  /** Copies words into the kernel's memory and tells where they are. */
  putWords(words: readonly number[]): number {
    return this.put(new Uint8Array(Int32Array.from(words).buffer));
  }

  /** As {@link put}, once for each array. */
  #put(allowed: Uint8Array): number {
    const known = this.#allowed.get(allowed) ?? this.put(allowed);
    this.#allowed.set(allowed, known);
    return known;
  }

  #putValues(field: number, values: readonly string[]): void {
    const places = values.flatMap((value) => {
      const bytes = new TextEncoder().encode(value);
      return [this.put(bytes), bytes.length];
    });
    this.#kernel.fieldValues(field, this.putWords(places), values.length);
  }
}

function compiled(field: Field, slot: number, options: CheckOptions): PlainField {
  const rare = { kind: "rare", allowed: anyCharacter, limit: longestKey } as const;
  if (slot >= mostSlots) return rare;
  switch (field.kind) {
    case "string": {
      const isKey = field.upsert === "key" || field.refersTo || recorded.has(field.name);
      const values = field.values ?? valuesOf(field.refersTo, options);
      const pattern = (options.lighterChannelIds && field.lighterPattern) || field.pattern;
      const allowed = pattern ? charactersOf(pattern) : anyCharacter;
      const limit = field.unit ? shortestText(options) : (field.limit ?? unlimited);
      return {
        kind: isKey || pattern || values ? "key" : "string",
        allowed,
        limit: isKey ? Math.min(limit, longestKey) : limit,
        values,
        told: field.values !== undefined,
      };
    }
    case "strings":
      // Lists of members that are referred to, and mutes, follow rules of their own.
      if (field.name === "member_ids" || field.refersTo === "cid") return rare;
      return { ...rare, kind: field.refersTo || recorded.has(field.name) ? "keys" : "strings" };
    case "object":
      return { ...rare, kind: "object", nested: fieldTable(field) };
    case "objects":
      return { ...rare, kind: "objects", nested: fieldTable({ ...field, custom: true }) };
    case "time":
    case "boolean":
    case "number":
      return { ...rare, kind: field.kind };
    default:
      return rare;
  }
}

const characters = new Map<RegExp, Uint8Array>();

/** By byte: whether a pattern allows that character, as each of those in the field tables does by itself. */
function charactersOf(pattern: RegExp): Uint8Array {
  const allowed =
    characters.get(pattern) ??
    bytesWhere((byte) => !isSpecial(byte) && pattern.test(String.fromCharCode(byte)));
  characters.set(pattern, allowed);
  return allowed;
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
