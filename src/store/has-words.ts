import { searchWords } from "./search-words.ts";

/** Words to find, see {@link searchWords}. */
export interface WantedWords {
  /** All must be there, in any order; the terms of one stand in a row. */
  readonly words: readonly (readonly string[])[];
  /** Whether the last word may be the beginning of one. */
  readonly prefix: boolean;
}

/** Tells whether a text has all of some words. What full-text search answers of a message, it answers of any text. */
export function hasWords(text: string, { words, prefix }: WantedWords): boolean {
  const terms = searchWords(text).flat();
  return words.every((wanted, at) => {
    const open = prefix && at === words.length - 1 ? wanted.length - 1 : -1;
    return terms.some((_, start) =>
      wanted.every((term, i) =>
        i === open ? terms[start + i]?.startsWith(term) : terms[start + i] === term,
      ),
    );
  });
}
