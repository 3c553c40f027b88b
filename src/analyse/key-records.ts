import {
  channelOf,
  type CheckedItem,
  itemKey,
  type KeySpace,
  parseTime,
  type Reference,
  references,
} from "../format/index.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { keyText, recordAt, recordFlag, recordKind, recordWords } from "./key-record.ts";
import { timeWords } from "./time-words.ts";

/** Gathers what the items of a chunk define and refer to, as records of fixed width. Users, channels and members referred to more than once in the chunk are counted in one record. */
export class KeyRecords {
  readonly #hasher: KeyHasher;
  readonly #multiTenant: boolean;
  readonly #seen = { user: new Map(), channel: new Map(), member: new Map() } as Readonly<
    Partial<Record<KeySpace, Map<string, number>>>
  >;
  #words = new Uint32Array(4096 * recordWords);
  #length = 0;

  constructor(hasher: KeyHasher, multiTenant: boolean) {
    this.#hasher = hasher;
    this.#multiTenant = multiTenant;
  }

  /** The records so far; a copy, as large as needed. */
  get words(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }

  /** Adds an item: its key, and everything it refers to. */
  add({ type, item }: CheckedItem, ordinal: number, broken: boolean): void {
    this.define({ type, item }, ordinal, broken ? recordFlag.broken : 0);
    if (broken && (type === "channel" || type === "member")) {
      // One with both identities may be referred to by either.
      const byMembers = { ...item, [type === "channel" ? "id" : "channel_id"]: null };
      this.define({ type, item: byMembers }, ordinal, recordFlag.salvaged | recordFlag.broken);
    }
    for (const reference of references(type, item)) this.#refer(type, item, reference, ordinal);
    if (type === "member" && this.#multiTenant) this.#join(item, ordinal);
  }

  /** Adds an item's key alone. */
  define({ type, item }: CheckedItem, ordinal: number, flags: number): void {
    const key = itemKey(type, item);
    if (key === undefined) return;
    let kind = recordKind.define | flags;
    if (type === "message") {
      if (typeof item["parent_id"] === "string" && item["parent_id"] !== "") {
        kind |= recordFlag.reply;
      }
      if (item["type"] === "deleted") kind |= recordFlag.deleted;
    }
    const at = this.#record(keyText(type, key), kind, ordinal);
    if (type === "message") {
      this.#hash("channel", channelOf(type, item), at + recordAt.context);
      this.#time(item["created_at"], at);
    } else if (type === "channel" && typeof item["team"] === "string" && item["team"] !== "") {
      this.#hasher.hash(keyText("team", item["team"]), this.#words, at + recordAt.context);
    } else if (type === "user" && this.#multiTenant) {
      this.#teams(item["teams"], at, ordinal);
    }
  }

  #refer(type: KeySpace, item: CheckedItem["item"], reference: Reference, ordinal: number): void {
    const { space, key, role } = reference;
    const seen = this.#seen[space];
    const known = seen?.get(key);
    if (known !== undefined) {
      this.#words[known + recordAt.count]!++;
      return;
    }
    const kind =
      role === "parent"
        ? recordKind.parent
        : type === "reaction"
          ? recordKind.react
          : recordKind.refer;
    const flags = space === "member" ? recordFlag.membership : 0;
    const at = this.#record(keyText(space, key), (seen ? recordKind.refer : kind) | flags, ordinal);
    seen?.set(key, at);
    if (role !== "parent") return;
    this.#hash("channel", channelOf(type, item), at + recordAt.context);
    this.#time(item["created_at"], at);
  }

  #join(item: CheckedItem["item"], ordinal: number): void {
    const channel = channelOf("member", item);
    const user = item["user_id"];
    if (channel === undefined || typeof user !== "string" || user === "") return;
    const at = this.#record(keyText("channel", channel), recordKind.join, ordinal);
    this.#hash("user", user, at + recordAt.context);
  }

  #teams(teams: unknown, user: number, ordinal: number): void {
    const names = Array.isArray(teams) ? teams.filter((team) => typeof team === "string") : [];
    const flags = this.#words[user + recordAt.kind]! - recordKind.define;
    for (const name of names.length > 0 ? names : [undefined]) {
      const at = this.#record("", recordKind.team | flags, ordinal);
      this.#words.copyWithin(at, user, user + keyWords);
      if (name !== undefined) {
        this.#hasher.hash(keyText("team", name), this.#words, at + recordAt.context);
      }
    }
  }

  #record(text: string, kind: number, ordinal: number): number {
    const at = this.#length;
    this.#length += recordWords;
    if (this.#length > this.#words.length) {
      const bigger = new Uint32Array(this.#words.length * 2);
      bigger.set(this.#words);
      this.#words = bigger;
    }
    this.#hasher.hash(text, this.#words, at + recordAt.key);
    this.#words[at + recordAt.kind] = kind;
    this.#words[at + recordAt.ordinal] = ordinal;
    this.#words[at + recordAt.count] = 1;
    return at;
  }

  #hash(space: KeySpace, key: string | undefined, at: number): void {
    if (key !== undefined) this.#hasher.hash(keyText(space, key), this.#words, at);
  }

  #time(value: unknown, at: number): void {
    const time = typeof value === "string" ? parseTime(value) : undefined;
    if (time !== undefined) timeWords(time, this.#words, at + recordAt.time);
  }
}
