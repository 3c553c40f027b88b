import {
  channelOf,
  checkElement,
  type CheckOptions,
  customDataLimit,
  explanations,
  fieldTables,
  type Issue,
  type ItemTypeName,
  itemTypeNames,
  itemTypes,
  parseJson,
  parseTime,
} from "../format/index.ts";
import { decode } from "./decode.ts";
import { partsOf } from "./hash-key.ts";
import { keyWords } from "./key-hash.ts";
import { keySpaces } from "./key-record.ts";
import { keyShape } from "./key-sort.ts";
import { openPlainKernel, type PlainKernel } from "./plain-kernel.ts";
import { PlainTables } from "./plain-tables.ts";
import type { SortedRecords } from "./sort-records.ts";
import { timeWords } from "./time-words.ts";

/** Bytes that are in the kernel's memory at once: a chunk, and some more. */
const inputSize = 2_359_296;

/** Longest element that is plain although the end of the copy cuts it. */
const nearEnd = 65_536;

/** What the kernel is told of a shape, see `Finding` in src/analyse/plain. */
const finding = { right: 1, broken: 2, other: 3 } as const;

/** No ordinal. */
const none = 0xffff_ffff;

/** Zeros behind them, which no plain item has. */
const zeros = new Uint8Array(64);

/** What was read of a chunk. */
interface TakenItems {
  readonly items: readonly (readonly [ItemTypeName, number])[];
  readonly broken: number;
  readonly records: SortedRecords;
}

/** Reads items in which nothing is out of the ordinary from their bytes alone: no text is decoded, no object made. Those are right, or broken in one of the ways that a whole file is broken in: a time that is none, a value that the field does not take, a field that is missing. What it reads as right, checkElement finds no issue in, what it reads as broken, it finds an error in; and their records are those that {@link ItemRecords} makes. Of what it does not read, nothing is known.
 *
 * Fields are read by their tables. Rules over several fields are not repeated: they are asked once for each shape, which is the set of fields that an item gives, by the first item that has it. That is exact as long as what else a rule looks at is part of the shape or was made sure of by the field: the value of a field with few values, the length of a text, a time that is past. */
export class PlainItems {
  readonly #kernel: PlainKernel;
  readonly #options: CheckOptions;
  readonly #tables: PlainTables;
  readonly #types: readonly (readonly [ItemTypeName, number])[];
  readonly #input: number;
  #memory = new Uint8Array(0);
  /** What of which bytes is in the kernel's memory. */
  #bytes: Uint8Array | undefined;
  #from = 0;
  #to = 0;
  /** While reporting: ordinals, and how many of them are behind. */
  #flagged: Uint32Array | undefined;
  #passed = 0;

  /** @param seed of the {@link KeyHasher} */
  constructor(options: CheckOptions, seed: Uint32Array) {
    this.#options = options;
    this.#kernel = openPlainKernel({
      judge: (from, to) => this.#judge(from, to),
      isCustom: (table, from, to) => this.#tables.isCustom(table, this.#text(from, to)),
      isTime: (from, to, into) => this.#isTime(from, to, into),
      distinctId: (from, to, into) => this.#distinctId(from, to, into),
    });
    const kernel = this.#kernel;
    const { user, channel, message, member, team } = keySpaces;
    kernel.setCustomLimit(customDataLimit);
    kernel.setSpaces(user, channel, message, member, team);
    this.#tables = new PlainTables(kernel, options);
    this.#types = itemTypeNames.map((type) => [type, this.#addType(type)]);
    this.#input = kernel.room(inputSize);
    kernel.startRecords();
    new Uint32Array(kernel.memory.buffer, kernel.seed()).set(seed);
    timeWords(options.now, new Uint32Array(kernel.memory.buffer, kernel.nowAt()), 0);
  }

  /** Reads elements, as `PlainReader` says; the first of them is the one of this `ordinal` in its chunk. Gives also how many there were. */
  read(
    bytes: Uint8Array,
    from: number,
    before: number,
    separator: number,
    longest: number,
    ordinal: number,
  ): { readonly end: number; readonly elements: number } {
    let elements = 0;
    if (this.#flagged) this.#stopAtNext(this.#flagged, ordinal);
    for (let start = from; ;) {
      if (!this.#has(bytes, start)) this.#copy(bytes, start);
      const base = this.#input - this.#from;
      const stop = base + Math.min(before, this.#to);
      const next =
        this.#kernel.readItems(base + start, stop, separator, longest, ordinal + elements) - base;
      elements += this.#kernel.elementsRead();
      // Where it stopped shortly before the end of the copy, that may be why.
      const cutShort = this.#to < Math.min(before, bytes.length) && next > this.#to - nearEnd;
      if (!cutShort || next === this.#from) return { end: next, elements };
      this.#bytes = undefined;
      start = next;
    }
  }

  /** From now on, reads only right elements about which nothing is to be reported, and makes no records of them: not those that refer to a `missing` key, four words each, and not those of `flagged` ordinals, which ascend. Until {@link endReport}. */
  beginReport(missing: Uint32Array, flagged: Uint32Array): void {
    const kernel = this.#kernel;
    const count = missing.length / keyWords;
    const at = kernel.roomForMissing(count);
    new Uint32Array(kernel.memory.buffer).set(missing, at / 4);
    kernel.addMissing(count);
    kernel.setReporting(true);
    this.#flagged = flagged;
    this.#passed = 0;
  }

  endReport(): void {
    this.#kernel.setReporting(false);
    this.#kernel.forgetMissing();
    this.#flagged = undefined;
  }

  /** Gives how many items of each type were read and how many of them are broken, and their records, sorted together with others of the same chunk; and begins anew. */
  take(others: Uint32Array): TakenItems {
    const kernel = this.#kernel;
    const size = kernel.sizeOfRecords() + others.byteLength;
    const room = kernel.roomForRecords(others.byteLength);
    new Uint32Array(kernel.memory.buffer).set(others, room / 4);
    const sorted = kernel.sortRecords(others.byteLength);
    const { buffer } = kernel.memory;
    const records = new Uint32Array(buffer, sorted, size / 4).slice();
    const starts = new Uint32Array(buffer, kernel.startsOfBuckets(), keyShape.buckets + 1).slice();
    const items = this.#types.map(([type, at]): [ItemTypeName, number] => [
      type,
      kernel.itemCount(at),
    ]);
    const broken = kernel.brokenItems();
    kernel.forget();
    return { items, broken, records: { records, starts } };
  }

  #addType(type: ItemTypeName): number {
    const table = this.#tables.add(fieldTables[type]);
    const name = this.#tables.put(new TextEncoder().encode(type));
    const at = this.#kernel.newType(table, name, type.length);
    const references = referencesOf(type);
    const referencesAt = this.#tables.putWords(references.flat());
    const words = [...placesOf(type), ...keyOf(type), references.length, referencesAt];
    new Int32Array(this.#kernel.memory.buffer).set(words, at / 4);
    return at;
  }

  /** Has the kernel stop before the next element that is flagged. */
  #stopAtNext(flagged: Uint32Array, ordinal: number): void {
    if (this.#passed > 0 && flagged[this.#passed - 1]! >= ordinal) this.#passed = 0;
    while (flagged[this.#passed]! < ordinal) this.#passed++;
    this.#kernel.stopBefore(flagged[this.#passed] ?? none);
  }

  #has(bytes: Uint8Array, from: number): boolean {
    return bytes === this.#bytes && from >= this.#from && from < this.#to;
  }

  #copy(bytes: Uint8Array, from: number): void {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = Math.min(bytes.length, from + inputSize - zeros.length);
    this.#view().set(bytes.subarray(from, this.#to), this.#input);
    this.#view().set(zeros, this.#input + this.#to - from);
  }

  /** The kernel's memory, which is another one when it has grown. */
  #view(): Uint8Array {
    const { buffer } = this.#kernel.memory;
    if (this.#memory.buffer !== buffer) this.#memory = new Uint8Array(buffer);
    return this.#memory;
  }

  /** What was found to be UTF-8. */
  #text(from: number, to: number): string {
    return decode(this.#view().subarray(from, to))!;
  }

  #judge(from: number, to: number): number {
    const issues: Issue[] = [];
    checkElement(parseJson(this.#text(from, to)), this.#options, false, issues);
    if (issues.length === 0) return finding.right;
    const isBroken = issues.some(({ code }) => explanations[code].severity === "error");
    return isBroken ? finding.broken : finding.other;
  }

  #isTime(from: number, to: number, into: number): boolean {
    const text = decode(this.#view().subarray(from, to));
    const time = text === undefined ? undefined : parseTime(text);
    if (time === undefined) return false;
    timeWords(time, new Uint32Array(this.#kernel.memory.buffer), into / 4);
    return true;
  }

  #distinctId(from: number, to: number, into: number): void {
    // As it remembers those that it has been asked for.
    const cid = channelOf("channel", { type: "x", member_ids: JSON.parse(this.#text(from, to)) });
    new TextEncoder().encodeInto(cid!.slice(2), this.#view().subarray(into));
  }
}

/** Where fields stand that records are made of, and what is special about a type: the first words of `ItemType` in src/analyse/plain. */
function placesOf(type: ItemTypeName): number[] {
  const ofMessage = (name: string) => (type === "message" ? slotOf(type, name) : -1);
  const prefix = type === "channel" ? "" : "channel_";
  return [
    keySpaces[type],
    slotOf(type, `${prefix}type`),
    slotOf(type, `${prefix}id`),
    slotOf(type, `${prefix}member_ids`),
    ofMessage("created_at"),
    ofMessage("parent_id"),
    ofMessage("deleted_at"),
    ofMessage("user"),
    type === "channel" ? slotOf(type, "team") : -1,
    Number(type === "channel"),
    Number(type === "message"),
    Number(type === "reaction"),
  ];
}

/** What the key of a type is put together from: the words behind those of {@link placesOf}. */
function keyOf(type: ItemTypeName): number[] {
  const key = keyFields[type];
  const spaces = partsOf[type] ?? [type];
  const behind = spaces.length - key.length;
  const parts = [0, 1, 2].flatMap((n) =>
    n < key.length ? [keySpaces[spaces[behind + n]!], slotOf(type, key[n]!)] : [0, -1],
  );
  return [Number(type === "member"), key.length, ...parts];
}

/** The fields that refer to users and messages, as `Reference` in src/analyse/plain. */
function referencesOf(type: ItemTypeName): number[][] {
  return itemTypes[type].fields.flatMap((field, slot) => {
    const target = "refersTo" in field ? field.refersTo : undefined;
    if (target !== "user" && target !== "message") return [];
    const isList = field.kind === "strings";
    return [
      [slot, Number(isList), Number(target === "message"), Number(field.name === "parent_id")],
    ];
  });
}

function slotOf(type: ItemTypeName, name: string): number {
  return itemTypes[type].fields.findIndex((field) => field.name === name);
}

/** What a key is put together from, behind the channel where that is part of it. */
const keyFields: Readonly<Record<ItemTypeName, readonly string[]>> = {
  user: ["id"],
  device: ["id"],
  future_channel_ban: ["created_by", "target_id"],
  channel: [],
  member: ["user_id"],
  message: ["id"],
  reaction: ["message_id", "type", "user_id"],
};
