import {
  channelOf,
  type CheckedItem,
  itemKey,
  type KeySpace,
  parseTime,
  type Reference,
  references,
} from "../format/index.ts";
import { hashKey } from "./hash-key.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { keySpaces, recordAt, recordFlag, recordKind } from "./key-record.ts";
import type { KeyRecords } from "./key-records.ts";
import { timeWords } from "./time-words.ts";

/** Writes what items define and refer to as records of fixed width. Users, channels and members referred to more than once in the chunk are counted in one record. */
export class ItemRecords {
  readonly #records: KeyRecords;
  readonly #hasher: KeyHasher;
  readonly #teams: KeyRecords | undefined;

  /** @param teams where the teams of users go. Default: they do not matter */
  constructor(records: KeyRecords, hasher: KeyHasher, teams?: KeyRecords) {
    this.#records = records;
    this.#hasher = hasher;
    this.#teams = teams;
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
    if (type === "member" && this.#teams) this.#join(item, ordinal);
  }

  /** Adds an item's key alone. */
  define({ type, item }: CheckedItem, ordinal: number, flags: number): void {
    const key = itemKey(type, item);
    if (key === undefined) return;
    let kind = recordKind.define | flags;
    // What is broken is judged by nothing.
    if (type === "message" && !(flags & recordFlag.broken)) {
      if (typeof item["parent_id"] === "string" && item["parent_id"] !== "") {
        kind |= recordFlag.reply;
      }
      if (item["type"] === "deleted") kind |= recordFlag.deleted;
    }
    const at = this.#records.add(kind, ordinal);
    this.#hash(type, key, at);
    if (type === "message") {
      this.#hash("channel", channelOf(type, item), at + recordAt.context);
      this.#time(item["created_at"], at);
    } else if (type === "channel" && typeof item["team"] === "string" && item["team"] !== "") {
      this.#hasher.hash(keySpaces.team, item["team"], this.#records.words, at + recordAt.context);
    } else if (type === "user" && this.#teams) {
      this.#joinTeams(this.#teams, item["teams"], at, ordinal);
    }
  }

  #refer(type: KeySpace, item: CheckedItem["item"], reference: Reference, ordinal: number): void {
    const { space, key, role } = reference;
    if (space !== "message") {
      const flags = space === "member" ? recordFlag.membership : 0;
      const at = this.#records.add(recordKind.refer | flags, ordinal);
      this.#hash(space, key, at);
      this.#records.count(at);
      return;
    }
    const other = type === "reaction" ? recordKind.react : recordKind.refer;
    const at = this.#records.add(role === "parent" ? recordKind.parent : other, ordinal);
    this.#hash(space, key, at);
    if (role !== "parent") return;
    this.#hash("channel", channelOf(type, item), at + recordAt.context);
    this.#time(item["created_at"], at);
  }

  #join(item: CheckedItem["item"], ordinal: number): void {
    const channel = channelOf("member", item);
    const user = item["user_id"];
    if (channel === undefined || typeof user !== "string" || user === "") return;
    const at = this.#records.add(recordKind.join, ordinal);
    this.#hash("channel", channel, at);
    this.#hash("user", user, at + recordAt.context);
  }

  #joinTeams(records: KeyRecords, teams: unknown, user: number, ordinal: number): void {
    const { words } = this.#records;
    const names = Array.isArray(teams) ? teams.filter((team) => typeof team === "string") : [];
    const flags = words[user + recordAt.kind]! - recordKind.define;
    for (const name of names.length > 0 ? names : [undefined]) {
      const at = records.add(recordKind.team | flags, ordinal);
      records.words.set(words.subarray(user, user + keyWords), at);
      if (name === undefined) continue;
      this.#hasher.hash(keySpaces.team, name, records.words, at + recordAt.context);
    }
  }

  #hash(space: KeySpace, key: string | undefined, at: number): void {
    if (key !== undefined) hashKey(this.#hasher, space, key, this.#records.words, at);
  }

  #time(value: unknown, at: number): void {
    const time = typeof value === "string" ? parseTime(value) : undefined;
    if (time !== undefined) timeWords(time, this.#records.words, at + recordAt.time);
  }
}
