import { builtInChannelTypes, distinctChannelId } from "../format/index.ts";
import { mix } from "./mix.ts";
import { words } from "./words.ts";

/** What identifies one channel, and who is in it. */
export interface Channel {
  readonly number: number;
  readonly type: string;
  /** The id; undefined where the channel is known by its members. */
  readonly id: string | undefined;
  /** How many members it has. */
  readonly size: number;
  /** Of these, the first so many write; nothing in the file refers to the others' membership of a channel with an id. */
  readonly writers: number;
}

const bytesOfUser = 40_000;
const fewestUsers = 10;
const mostMembers = 5_000;
const bytesOfMessage = 450;
const salt = { name: 0, type: 1, topic: 2, base: 3, size: 4, jitter: 5, id: 6 };

/** 2019-01-01 to 2023-01-01. A file that has more messages than expected ends later, but long before now. */
const begin = 1_546_300_800_000;
const span = 126_230_400_000;

const givenNames =
  "ana bo carla dmitri eva farid greta hugo ines jun kofi lena mia noor otto priya quinn ravi sofia tom uma vera wei yara zoe".split(
    " ",
  );
const topics = words.latin.filter((word) => /^\w{3,}$/.test(word));

/** Who and what there is in a file of some size: everything is told from its number and the seed, nothing is stored. Neighbours among the users share channels; the first channels are the largest. */
export class World {
  /** Everybody. */
  readonly users: number;
  /** The first so many are in channels and are referred to; others refer to nobody but are referred to by nobody. */
  readonly activeUsers: number;
  readonly channels: number;
  /** The first so many have members and messages. */
  readonly activeChannels: number;
  /** About how many messages there are. */
  readonly messages: number;
  readonly #seed: number;
  /** Milliseconds between two messages. */
  readonly #step: number;

  /** `size` is that of the file, in bytes; `share`, from 0 to 1, is how much there is of the users and channels that a file of that size has. */
  constructor(size: number, seed: number, share: number) {
    this.#seed = seed;
    this.users = Math.max(fewestUsers, Math.floor((size * share) / bytesOfUser));
    this.activeUsers = this.users - Math.max(2, Math.floor(this.users / 8));
    this.channels = Math.max(8, Math.floor(this.users / 2));
    this.activeChannels = this.channels - Math.floor(this.channels / 4);
    this.messages = Math.floor(size / bytesOfMessage);
    this.#step = span / this.messages;
  }

  /** A user's id. */
  userId(user: number): string {
    return `${givenNames[mix(this.#seed, user, salt.name) % givenNames.length]!}-${user}`;
  }

  /** Somebody whom other items may name, from any whole number. */
  activeUser(number: number): string {
    return this.userId(number % this.activeUsers);
  }

  /** A user who exists and is in no channel. */
  get outsider(): number {
    return this.activeUsers;
  }

  /** A channel by its number; every third is known by its members. */
  channel(number: number): Channel {
    if (number < this.activeChannels && number % 3 === 2) {
      const size = 2 + (mix(this.#seed, number, salt.size) % 3);
      return { number, type: "messaging", id: undefined, size, writers: size };
    }
    const type = builtInChannelTypes[mix(this.#seed, number, salt.type) % 5]!;
    const topic = topics[mix(this.#seed, number, salt.topic) % topics.length]!;
    const wanted =
      3 +
      (mix(this.#seed, number, salt.size) % 5) +
      Math.floor(Math.min(this.activeUsers, mostMembers) / (number + 1));
    const size = Math.min(this.activeUsers, wanted);
    return { number, type, id: `${topic}-${number}`, size, writers: Math.ceil(size * 0.75) };
  }

  /** The number of the user who is the `index`th member of a channel. Channels known by their members begin at users of their own, so that no two have the same members. */
  member({ number, id }: Channel, index: number): number {
    const base = id === undefined ? Math.floor(number / 3) : mix(this.#seed, number, salt.base);
    return (base + index) % this.activeUsers;
  }

  /** The ids of the members of a channel. */
  memberIds(channel: Channel): string[] {
    return Array.from({ length: channel.size }, (_, index) =>
      this.userId(this.member(channel, index)),
    );
  }

  /** A channel as `type:id`. */
  cid(channel: Channel): string {
    return `${channel.type}:${channel.id ?? distinctChannelId(this.memberIds(channel))}`;
  }

  /** When a message was sent, in milliseconds of Unix time; never before a message with a lower number. */
  messageTime(message: number): number {
    const jitter = mix(this.#seed, message, salt.jitter) / 0x1_0000_0000;
    return begin + Math.floor((message + jitter) * this.#step);
  }

  /** A time before that of any message. */
  timeBefore(number: number): number {
    return begin - 1000 - (mix(this.#seed, number, salt.jitter) % 31_536_000) * 1000;
  }

  /** A message's id, shaped like a UUID. */
  messageId(message: number): string {
    const a = mix(this.#seed, message, salt.id);
    const b = mix(this.#seed, message, salt.id + 1);
    const c = mix(this.#seed, message, salt.id + 2);
    const d = mix(this.#seed, message, salt.id + 3);
    return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-4${hex(b).slice(1)}-a${hex(c).slice(1)}-${hex(c >>> 16)}${hex(d >>> 16)}${hex(d)}`;
  }
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The lower 16 bits as four digits. */
function hex(value: number): string {
  return hexPairs[(value >>> 8) & 255]! + hexPairs[value & 255]!;
}
