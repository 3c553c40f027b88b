import { joint, searchText } from "./search-text.ts";

/** The words of a text as search compares them, see {@link searchText}; each as its terms, of which it has one, but in scripts without spaces. */
export function searchWords(text: string): string[][] {
  return searchText(text.replaceAll(joint, " "))
    .split(notInWords)
    .map((word) => word.split(joint).filter(Boolean))
    .filter((terms) => terms.length > 0);
}

const notInWords = /[^a-z0-9\t\x80-\u{10ffff}]+/u;
