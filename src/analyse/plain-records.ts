import {
  distinctChannelId,
  type ItemTypeName,
  itemTypeNames,
  itemTypes,
  type KeySpace,
} from "../format/index.ts";
import { decode } from "./decode.ts";
import { type KeyHasher, keyWords } from "./key-hash.ts";
import { KeyMap } from "./key-map.ts";
import { keyText, recordAt, recordFlag, recordKind } from "./key-record.ts";
import type { KeyRecords } from "./key-records.ts";
import type { PlainItems } from "./plain-items.ts";

const quote = 0x22;
const colon = 0x3a;
const timeWords = 3;
const mostRemembered = 20_000;

/** Writes what plain items define and refer to, from their bytes alone: the records that {@link ItemRecords} writes for the same items. */
export class PlainRecords {
  readonly #items: PlainItems;
  readonly #records: KeyRecords;
  readonly #hasher: KeyHasher;
  /** The key that is being put together, and how much of it there is. */
  readonly #key: Uint8Array;
  #length = 0;
  /** The `type:id` of the item's channel. */
  readonly #cid = new Uint8Array(1024);
  #cidLength = 0;
  /** The ids of distinct channels, and where each is by the hash of its members as they are written. */
  readonly #listed = new KeyMap(0);
  readonly #ids: Uint8Array[] = [];
  readonly #list = new Uint32Array(keyWords);

  constructor(items: PlainItems, records: KeyRecords, hasher: KeyHasher) {
    this.#items = items;
    this.#records = records;
    this.#hasher = hasher;
    this.#key = hasher.scratch;
  }

  /** Adds the item that was read last: its key, and everything it refers to. */
  add(ordinal: number): void {
    const { type } = this.#items;
    const { references, author } = places[type];
    this.#setChannel(type);
    this.#define(type, ordinal);
    if (this.#cidLength > 0 && type !== "channel") {
      this.#begin("channel");
      this.#putChannel();
      this.#refer("channel", ordinal);
    }
    for (const { slot, space, list, parent } of references) {
      if (!this.#has(slot)) continue;
      if (list) {
        this.#referToEach(slot, space, ordinal);
      } else {
        this.#begin(space);
        this.#put(slot);
        if (space === "message") this.#referToMessage(type, parent, ordinal);
        else this.#refer(space, ordinal);
      }
    }
    if (type === "message" && this.#cidLength > 0 && this.#has(author)) {
      this.#begin("member");
      this.#putChannel();
      this.#putByte(0);
      this.#put(author);
      this.#refer("member", ordinal);
    }
  }

  #define(type: ItemTypeName, ordinal: number): void {
    const { key, parent, deleted, team } = places[type];
    this.#begin(type);
    if (type === "channel" || type === "member") {
      if (this.#cidLength === 0) return;
      this.#putChannel();
    }
    for (const slot of key) {
      if (!this.#has(slot)) return;
      if (this.#length > 1) this.#putByte(0);
      this.#put(slot);
    }
    let kind: number = recordKind.define;
    if (this.#has(parent)) kind |= recordFlag.reply;
    if (this.#has(deleted)) kind |= recordFlag.deleted;
    const at = this.#write(kind, ordinal);
    if (type === "message") {
      this.#context(at);
    } else if (this.#has(team)) {
      this.#begin("team");
      this.#put(team);
      this.#hasher.hashScratch(this.#length, this.#records.words, at + recordAt.context);
    }
  }

  #referToMessage(type: ItemTypeName, parent: boolean, ordinal: number): void {
    const other = type === "reaction" ? recordKind.react : recordKind.refer;
    const at = this.#write(parent ? recordKind.parent : other, ordinal);
    if (parent) this.#context(at);
  }

  #referToEach(slot: number, space: KeySpace, ordinal: number): void {
    const { bytes, starts, ends } = this.#items;
    const end = ends[slot]!;
    for (let from = starts[slot]! + 1; from < end;) {
      if (bytes[from++] !== quote) continue;
      this.#begin(space);
      while (bytes[from] !== quote) this.#putByte(bytes[from++]!);
      this.#refer(space, ordinal);
      from++;
    }
  }

  #refer(space: KeySpace, ordinal: number): void {
    const flags = space === "member" ? recordFlag.membership : 0;
    this.#records.count(this.#write(recordKind.refer | flags, ordinal));
  }

  /** The channel and the time of a message. */
  #context(at: number): void {
    const { words } = this.#records;
    if (this.#cidLength > 0) {
      this.#begin("channel");
      this.#putChannel();
      this.#hasher.hashScratch(this.#length, words, at + recordAt.context);
    }
    const { createdAt } = places.message;
    if (!this.#has(createdAt)) return;
    for (let i = 0; i < timeWords; i++) {
      words[at + recordAt.time + i] = this.#items.times[createdAt * timeWords + i]!;
    }
  }

  #write(kind: number, ordinal: number): number {
    const at = this.#records.add(kind, ordinal);
    this.#hasher.hashScratch(this.#length, this.#records.words, at);
    return at;
  }

  #setChannel(type: ItemTypeName): void {
    const { channelType, channelId, members } = places[type];
    this.#cidLength = 0;
    if (!this.#has(channelType)) return;
    const byId = this.#has(channelId);
    if (!byId && !this.#has(members)) return;
    const id = byId ? undefined : this.#distinctId(members);
    this.#length = 0;
    this.#put(channelType);
    this.#putByte(colon);
    if (id === undefined) this.#put(channelId);
    else for (let i = 0; i < id.length; i++) this.#putByte(id[i]!);
    for (let i = 0; i < this.#length; i++) this.#cid[i] = this.#key[i]!;
    this.#cidLength = this.#length;
  }

  /** The id of the distinct channel whose members the field lists. */
  #distinctId(members: number): Uint8Array {
    const { bytes, starts, ends } = this.#items;
    const [from, to] = [starts[members]!, ends[members]!];
    this.#length = 0;
    for (let i = from; i < to; i++) this.#key[this.#length++] = bytes[i]!;
    this.#hasher.hashScratch(this.#length, this.#list, 0);
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

  #begin(space: KeySpace | "team"): void {
    this.#key[0] = prefixes[space];
    this.#length = 1;
  }

  #putChannel(): void {
    for (let i = 0; i < this.#cidLength; i++) this.#key[this.#length++] = this.#cid[i]!;
  }

  /** Appends what is between the quotes of a field. */
  #put(slot: number): void {
    const { bytes, starts, ends } = this.#items;
    const to = ends[slot]! - 1;
    for (let i = starts[slot]! + 1; i < to; i++) this.#key[this.#length++] = bytes[i]!;
  }

  #putByte(byte: number): void {
    this.#key[this.#length++] = byte;
  }

  #has(slot: number): boolean {
    return slot >= 0 && (this.#items.given & (1 << slot)) !== 0;
  }
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

const prefixes = Object.fromEntries(
  ([...itemTypeNames, "team"] as const).map((space) => [space, keyText(space, "").charCodeAt(0)]),
) as Readonly<Record<KeySpace | "team", number>>;

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
