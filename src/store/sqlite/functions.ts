import type { DatabaseSync } from "node:sqlite";
import { hasWords } from "../has-words.ts";
import { searchText } from "../search-text.ts";

/** Adds to an open database the functions that migrations, loads and queries call. */
export function addFunctions(db: DatabaseSync): void {
  db.function("search_text", { deterministic: true }, (text) => searchText(String(text)));
  db.function("has_words", { deterministic: true }, (text, words, prefix) =>
    Number(
      typeof text === "string" &&
        hasWords(text, { words: wordsOf(String(words)), prefix: prefix === 1 }),
    ),
  );
}

let [lastText, lastWords]: [string, string[][]] = ["[]", []];

/** Read once for all rows of a query. */
function wordsOf(json: string): string[][] {
  if (json !== lastText) [lastText, lastWords] = [json, JSON.parse(json) as string[][]];
  return lastWords;
}
