import {
  distinctChannelId,
  type ItemTypeName,
  itemTypeNames,
  itemTypes,
  type KeySpace,
} from "../format/index.ts";
import { decode } from "./decode.ts";
import { partsOf } from "./hash-key.ts";
import { KeyCache } from "./key-cache.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keySpaces, recordAt, recordFlag, recordKind } from "./key-record.ts";
import type { KeyRecords } from "./key-records.ts";
import { MemberPlaces } from "./member-places.ts";
import type { PlainItems } from "./plain-items.ts";

const quote = 0x22;
const colon = 0x3a;
const timeWords = 3;
const mostRemembered = 20_000;
const noBytes = new Uint8Array(0);

/** Writes what plain items define and refer to, from their bytes alone: the records that {@link ItemRecords} writes for the same items. */
export class PlainRecords {
  readonly #items: PlainItems;
  readonly #records: KeyRecords;
  readonly #hasher: KeyHasher;
  readonly #users: KeyCache;
  readonly #channels: KeyCache;
  readonly #messages: KeyCache;
  readonly #members = new MemberPlaces();
  /** The bytes that the item stands in. */
  #bytes: Uint8Array = noBytes;
  #view: DataView = new DataView(noBytes.buffer);
  /** The `type:id` of the last channel, and how long it is. */
  readonly #cid = new Uint8Array(1024);
  readonly #cidView = new DataView(this.#cid.buffer);
  #cidLength = 0;
  /** The slot of that channel, and the one of the item's channel, -1 where it has none. */
  #lastChannel = -1;
  #channel = -1;
  /** The ids of distinct channels, and where each is by the hash of its members as they are written. */
  readonly #listed = new KeyMap(0);
  readonly #ids: Uint8Array[] = [];
  readonly #list = new Uint32Array(keyWords);

  constructor(items: PlainItems, records: KeyRecords, hasher: KeyHasher) {
    this.#items = items;
    this.#records = records;
    this.#hasher = hasher;
    this.#users = new KeyCache(keySpaces.user, hasher);
    this.#channels = new KeyCache(keySpaces.channel, hasher);
    this.#messages = new KeyCache(keySpaces.message, hasher);
  }

  /** To be called when the records have been taken: what counts references begins anew. */
  forgetPlaces(): void {
    this.#users.forgetPlaces();
    this.#channels.forgetPlaces();
    this.#members.clear();
  }

  /** Adds the item that was read last: its key, and everything it refers to. */
  add(ordinal: number): void {
    const { type, bytes } = this.#items;
    const { references, author } = places[type];
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.#channel = this.#channelOf(type);
    this.#define(type, ordinal);
    if (this.#channel >= 0 && type !== "channel") {
      this.#count(this.#channels, this.#channel, ordinal);
    }
    for (const { slot, space, list, parent } of references) {
      if (!this.#has(slot)) continue;
      if (list) this.#referToEach(slot, ordinal);
      else if (space === "user") this.#count(this.#users, this.#find(this.#users, slot), ordinal);
      else this.#referToMessage(type, parent, slot, ordinal);
    }
    if (type === "message" && this.#channel >= 0 && this.#has(author)) {
      this.#referToMember(this.#find(this.#users, author), ordinal);
    }
  }

  #define(type: ItemTypeName, ordinal: number): void {
    const { key, parent, deleted, team } = places[type];
    if ((type === "channel" || type === "member") && this.#channel < 0) return;
    for (const slot of key) if (!this.#has(slot)) return;
    let kind: number = recordKind.define;
    if (this.#has(parent)) kind |= recordFlag.reply;
    if (this.#has(deleted)) kind |= recordFlag.deleted;
    const at = this.#records.add(kind, ordinal);
    const { words } = this.#records;
    const parts = partsOf[type];
    if (type === "channel") {
      copy(this.#channels, this.#channel, words, at);
    } else if (parts === undefined) {
      this.#hashPart(type, key[0]!, words, at);
    } else {
      const own = parts.length - key.length;
      if (own > 0) copy(this.#channels, this.#channel, this.#hasher.parts, 0);
      for (let n = 0; n < key.length; n++) {
        this.#hashPart(parts[own + n]!, key[n]!, this.#hasher.parts, (own + n) * keyWords);
      }
      this.#hasher.combine(keySpaces[type], parts.length, words, at);
    }
    if (type === "message") this.#context(at);
    else if (this.#has(team)) this.#hashBytes(keySpaces.team, team, words, at + recordAt.context);
  }

  #hashPart(space: KeySpace, slot: number, into: Uint32Array, at: number): void {
    if (space === "user") copy(this.#users, this.#find(this.#users, slot), into, at);
    else if (space === "message" && this.#items.type === "reaction") {
      copy(this.#messages, this.#find(this.#messages, slot), into, at);
    } else this.#hashBytes(keySpaces[space], slot, into, at);
  }

  #hashBytes(space: number, slot: number, into: Uint32Array, at: number): void {
    const { starts, ends } = this.#items;
    this.#hasher.hashBytes(space, this.#view, starts[slot]! + 1, ends[slot]! - 1, into, at);
  }

  #find(cache: KeyCache, slot: number): number {
    const { starts, ends } = this.#items;
    return cache.find(this.#view, starts[slot]! + 1, ends[slot]! - 1);
  }

  #referToMessage(type: ItemTypeName, parent: boolean, slot: number, ordinal: number): void {
    const other = type === "reaction" ? recordKind.react : recordKind.refer;
    const at = this.#records.add(parent ? recordKind.parent : other, ordinal);
    copy(this.#messages, this.#find(this.#messages, slot), this.#records.words, at);
    if (parent) this.#context(at);
  }

  #referToEach(slot: number, ordinal: number): void {
    const { bytes, starts, ends } = this.#items;
    const end = ends[slot]!;
    for (let from = starts[slot]! + 1; from < end;) {
      if (bytes[from++] !== quote) continue;
      const to = bytes.indexOf(quote, from);
      this.#count(this.#users, this.#users.find(this.#view, from, to), ordinal);
      from = to + 1;
    }
  }

  /** Refers to a key, in the record that counts the references to it. */
  #count(cache: KeyCache, slot: number, ordinal: number): void {
    const place = cache.places[slot]!;
    if (place >= 0) {
      this.#records.countAgain(place);
      return;
    }
    const at = this.#records.add(recordKind.refer, ordinal);
    copy(cache, slot, this.#records.words, at);
    cache.places[slot] = this.#records.count(at);
  }

  /** Refers to a user's membership of the item's channel. */
  #referToMember(user: number, ordinal: number): void {
    const channelNumber = this.#channels.numbers[this.#channel]!;
    const userNumber = this.#users.numbers[user]!;
    const place = this.#members.find(channelNumber, userNumber);
    if (place >= 0) {
      this.#records.countAgain(place);
      return;
    }
    const at = this.#records.add(recordKind.refer | recordFlag.membership, ordinal);
    copy(this.#channels, this.#channel, this.#hasher.parts, 0);
    copy(this.#users, user, this.#hasher.parts, keyWords);
    this.#hasher.combine(keySpaces.member, 2, this.#records.words, at);
    this.#members.set(channelNumber, userNumber, this.#records.count(at));
  }

  /** The channel and the time of a message. */
  #context(at: number): void {
    const { words } = this.#records;
    if (this.#channel >= 0) copy(this.#channels, this.#channel, words, at + recordAt.context);
    const { createdAt } = places.message;
    if (!this.#has(createdAt)) return;
    for (let i = 0; i < timeWords; i++) {
      words[at + recordAt.time + i] = this.#items.times[createdAt * timeWords + i]!;
    }
  }

  /** The slot of the item's channel; -1 where it has none. */
  #channelOf(type: ItemTypeName): number {
    const { channelType, channelId, members } = places[type];
    if (!this.#has(channelType)) return -1;
    const { starts, ends } = this.#items;
    if (this.#has(channelId)) {
      return this.#named(channelType, this.#bytes, starts[channelId]! + 1, ends[channelId]! - 1);
    }
    if (!this.#has(members)) return -1;
    const id = this.#distinctId(members);
    return this.#named(channelType, id, 0, id.length);
  }

  /** The slot of the channel of a type with the id that stands in [`from`, `to`) of some bytes. */
  #named(type: number, id: Uint8Array, from: number, to: number): number {
    const { starts, ends } = this.#items;
    const typeFrom = starts[type]! + 1;
    const typeLength = ends[type]! - 1 - typeFrom;
    const length = typeLength + 1 + to - from;
    const cid = this.#cid;
    const isLast =
      length === this.#cidLength &&
      isAt(cid, 0, this.#bytes, typeFrom, typeLength) &&
      cid[typeLength] === colon &&
      isAt(cid, typeLength + 1, id, from, to - from);
    if (isLast) return this.#lastChannel;
    for (let i = 0; i < typeLength; i++) cid[i] = this.#bytes[typeFrom + i]!;
    cid[typeLength] = colon;
    for (let i = from; i < to; i++) cid[typeLength + 1 + i - from] = id[i]!;
    this.#cidLength = length;
    this.#lastChannel = this.#channels.find(this.#cidView, 0, length);
    return this.#lastChannel;
  }

  /** The id of the distinct channel whose members the field lists. */
  #distinctId(members: number): Uint8Array {
    const { bytes, starts, ends } = this.#items;
    const [from, to] = [starts[members]!, ends[members]!];
    this.#hasher.hashBytes(keySpaces.channel, this.#view, from, to, this.#list, 0);
    const known = this.#listed.find(this.#list, 0);
    if (known >= 0) return this.#ids[known]!;
    const id = distinctChannelId(JSON.parse(decode(bytes.subarray(from, to))!) as string[]);
    const encoded = new TextEncoder().encode(id);
    if (this.#ids.length >= mostRemembered) {
      this.#ids.length = 0;
      this.#listed.clear();
    }
    this.#listed.add(this.#list, 0, this.#ids.length);
    this.#ids.push(encoded);
    return encoded;
  }

  #has(slot: number): boolean {
    return slot >= 0 && (this.#items.given & (1 << slot)) !== 0;
  }
}

function copy({ hashes }: KeyCache, slot: number, into: Uint32Array, at: number): void {
  for (let word = 0; word < keyWords; word++) into[at + word] = hashes[slot * keyWords + word]!;
}

function isAt(a: Uint8Array, atA: number, b: Uint8Array, atB: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
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

const places = Object.fromEntries(itemTypeNames.map((type) => [type, placesOf(type)])) as Readonly<
  Record<ItemTypeName, ReturnType<typeof placesOf>>
>;

/** Where the fields that matter stand in the table of an item type; -1 where it has none of that name. */
function placesOf(type: ItemTypeName) {
  const { fields } = itemTypes[type];
  const place = (name: string) => fields.findIndex((field) => field.name === name);
  const ofMessage = (name: string) => (type === "message" ? place(name) : -1);
  const channel = type === "channel" ? "" : "channel_";
  return {
    key: keyFields[type].map(place),
    channelType: place(`${channel}type`),
    channelId: place(`${channel}id`),
    members: place(`${channel}member_ids`),
    createdAt: ofMessage("created_at"),
    parent: ofMessage("parent_id"),
    deleted: ofMessage("deleted_at"),
    author: ofMessage("user"),
    team: type === "channel" ? place("team") : -1,
    references: fields.flatMap((field, slot) => {
      const target = "refersTo" in field ? field.refersTo : undefined;
      if (target !== "user" && target !== "message") return [];
      const list = field.kind === "strings";
      return [{ slot, space: target, list, parent: field.name === "parent_id" } as const];
    }),
  };
}
