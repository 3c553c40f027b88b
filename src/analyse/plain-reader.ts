/** Reads elements without making objects of them, where nothing about them is out of the ordinary. */
export interface PlainReader {
  /** The end of the element at `from`, which ends before `to`; negative where it is not plain. */
  readonly read: (bytes: Uint8Array, from: number, to: number) => number;
  /** Takes the element that was read last for one of the file's. */
  readonly take: () => void;
}

/** Bytes to hand to JSON.parse at once where a plain reader stopped: as few as one element where it had got on, then more and more up to `piece` while it does not. */
export function pieceAfterPlain(last: number, gotOn: boolean, piece: number): number {
  return gotOn ? 1 : Math.min(Math.max(last * 4, 1024), piece);
}
