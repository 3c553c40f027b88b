import type { IssueCode } from "../format/index.ts";

/** An issue as reports hold it: the value, its sentence, and its place in the file. The names are a contract, see docs/command-line.md. */
export interface IssueRecord {
  readonly code: IssueCode;
  /** The sentence. */
  readonly message: string;
  readonly severity: "error" | "warning";
  /** The type that the envelope names; null where it cannot be read. */
  readonly item_type: string | null;
  /** The file that it is in, as it was named; `-` for standard input. */
  readonly file: string;
  /** Which element of the file it is, from 0. */
  readonly index: number;
  /** Where the element begins, in bytes from the start of the (decompressed) file; for text that is no JSON, the byte that cannot stand there. */
  readonly offset: number;
  /** The line of `offset`, from 1. */
  readonly line: number;
  /** The character of that line, from 1, in Unicode code points. */
  readonly column: number;
  /** RFC 6901 pointer to the field, from `item`. */
  readonly pointer: string;
  /** The id of the item, or the parts of its key; null where it has none. */
  readonly id: string | null;
  /** The item, or the whole element where its envelope is wrong; null where it is no JSON, has a name twice or takes more than 2 KB. */
  readonly item: unknown;
  /** The first 2 KB of its text, where `item` is null. From the 101st issue of one item on both are null. */
  readonly item_text: string | null;
  /** How to mend it. */
  readonly hint: string;
}

/** Most characters of an item that a report quotes. */
export const quoteLimit = 2048;
