import { searchLetter } from "../search-text.ts";
import type { ColumnValue } from "../tables.ts";

/** Code points that letters can have; what is beyond and between parts words. */
const ranges = [
  [0x80, 0x3ffff],
  [0xe0000, 0xe01ff],
  [0xf0000, 0x10ffff],
] as const;

/** The rows of `search_letters`: first and last code point, kind, and what they become where that is not themselves. */
export function* letterRows(): Generator<readonly ColumnValue[]> {
  let open: { first: number; last: number; kind: string } | undefined;
  const close = function* () {
    if (open !== undefined) yield [open.first, open.last, open.kind, null];
    open = undefined;
  };
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code);
      const { kind, text } = folded(letter);
      if (kind === open?.kind && text === letter) open.last = code;
      else {
        yield* close();
        if (kind === "separator") continue;
        if (text === letter) open = { first: code, last: code, kind };
        else yield [code, code, kind, text];
      }
    }
    yield* close();
  }
}

/** Lower case may be several letters: the first tells of which kind they are. */
function folded(letter: string): { readonly kind: string; readonly text: string } {
  if (/\p{Surrogate}/u.test(letter)) return { kind: "separator", text: " " };
  const parts = Array.from(letter.toLowerCase(), (part) =>
    part < "\x80" ? { kind: "letter", text: part } : searchLetter(part),
  );
  return { kind: parts[0]!.kind, text: parts.map(({ text }) => text).join("") };
}
