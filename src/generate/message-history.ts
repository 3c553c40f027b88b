import type { Random } from "./random.ts";

const remembered = 4;

/** Which messages later ones may name: the newest few of each channel, as numbers. */
export class MessageHistory {
  /** Numbers plus one, zero where there is none. */
  readonly #roots: Uint32Array;
  readonly #next: Uint8Array;
  readonly #replies: Uint32Array;
  /** The newest message of all that began a thread, and the newest of another channel than that one's. */
  #newest = { message: 0, channel: -1 };
  #other = { message: 0, channel: -1 };
  /** The newest deleted message. */
  deleted: number | undefined;

  constructor(channels: number) {
    this.#roots = new Uint32Array(channels * remembered);
    this.#next = new Uint8Array(channels);
    this.#replies = new Uint32Array(channels);
  }

  /** Remembers a message that is no reply. */
  addRoot(channel: number, message: number): void {
    const at = this.#next[channel]!;
    this.#roots[channel * remembered + at] = message + 1;
    this.#next[channel] = (at + 1) % remembered;
    if (channel !== this.#newest.channel) this.#other = this.#newest;
    this.#newest = { message, channel };
  }

  /** Remembers a reply. */
  addReply(channel: number, message: number): void {
    this.#replies[channel] = message + 1;
  }

  /** A recent message of a channel that is no reply. */
  root(channel: number, random: Random): number | undefined {
    return number(this.#roots[channel * remembered + random.below(remembered)]);
  }

  /** The newest reply of a channel. */
  reply(channel: number): number | undefined {
    return number(this.#replies[channel]);
  }

  /** A recent message of another channel that is no reply. */
  rootElsewhere(channel: number): number | undefined {
    const found = this.#newest.channel === channel ? this.#other : this.#newest;
    return found.channel < 0 ? undefined : found.message;
  }
}

function number(stored: number | undefined): number | undefined {
  return stored ? stored - 1 : undefined;
}
