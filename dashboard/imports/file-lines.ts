/** A line of a part of a file, or a piece of one that is very long. */
export interface FileLine {
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  readonly text: string;
}

/** Longest piece of a line that is shown as one, in bytes. */
const longest = 2_000;

/** Cuts bytes into lines, and long lines into pieces, between characters.
 *
 * @param at where the bytes begin in the file */
export function fileLines(bytes: Uint8Array, at: number): FileLine[] {
  const decoder = new TextDecoder();
  const lines: FileLine[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.subarray(from, from + longest).indexOf(10);
    const to = end === -1 ? pieceEnd(bytes, from) : from + end;
    lines.push({ offset: at + from, text: decoder.decode(bytes.subarray(from, to)) });
    from = end === -1 ? to : to + 1;
  }
  return lines;
}

/** Not within a character: those go on with bytes of 10xxxxxx, three at most. */
function pieceEnd(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + longest);
  for (let to = most; to > most - 4 && to > from; to--) {
    if (to === bytes.length || (bytes[to]! & 0xc0) !== 0x80) return to;
  }
  return most;
}
