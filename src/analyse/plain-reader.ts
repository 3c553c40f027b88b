/** Reads elements without making objects of them, where nothing about them is out of the ordinary: from `from` on, those that begin before `before`, each with the `separator` byte behind it and at most `longest` bytes long. Gives where the first one begins that it did not read. */
export type PlainReader = (
  bytes: Uint8Array,
  from: number,
  before: number,
  separator: number,
  longest: number,
) => number;

/** Bytes to hand to JSON.parse at once where a plain reader stopped: as few as one element where it had got on, then more and more up to `piece` while it does not. */
export function pieceAfterPlain(last: number, gotOn: boolean, piece: number): number {
  return gotOn ? 1 : Math.min(Math.max(last * 4, 1024), piece);
}
