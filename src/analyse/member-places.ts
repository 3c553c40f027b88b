const slots = 8192;
const slotWords = 3;

/** Remembers where the references to members are counted, by the numbers of channel and user. Members that fall on one slot take turns in it. */
export class MemberPlaces {
  readonly #slots = new Uint32Array(slots * slotWords);

  clear(): void {
    this.#slots.fill(0);
  }

  /** The place of a member; -1 where it is not known. */
  find(channel: number, user: number): number {
    const slot = slotOf(channel, user);
    const isHere = this.#slots[slot] === channel && this.#slots[slot + 1] === user;
    return isHere ? this.#slots[slot + 2]! : -1;
  }

  /** @param channel its number, and @param user the user's, both above 0 */
  set(channel: number, user: number, place: number): void {
    const slot = slotOf(channel, user);
    this.#slots[slot] = channel;
    this.#slots[slot + 1] = user;
    this.#slots[slot + 2] = place;
  }
}

function slotOf(channel: number, user: number): number {
  const mixed = Math.imul(Math.imul(channel, 0x9e3779b1) ^ user, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) & (slots - 1)) * slotWords;
}
