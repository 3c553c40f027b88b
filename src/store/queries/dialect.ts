import type { Expression, RawBuilder, SqlBool } from "kysely";
import type { WantedWords } from "../has-words.ts";

/** What a value is, where the same place may hold several kinds. */
export type ValueKind = "text" | "number" | "boolean";

/** Says something about a value in SQL. */
export type Test = (value: Expression<unknown>) => Expression<SqlBool>;

/** Where in custom data a value stands: the names of the fields that lead to it, outermost first. They come from outside: only ever parameters. */
export type CustomPath = readonly string[];

/** What databases say differently. Columns are given as SQL, `table.column`. */
export interface QueryDialect {
  /** The table of messages, where those that count are counted. */
  readonly countedMessages: RawBuilder<unknown>;
  /** A truth value as a parameter. */
  boolean(value: boolean): unknown;
  /** A number as a parameter. */
  number(value: number): unknown;
  /** A canonical time as a parameter where nothing says that it is one; without a time, one after all others. */
  time(value?: string): unknown;
  /** Whether a value is one of some texts, however many: one parameter. */
  oneOf(value: Expression<unknown>, texts: readonly string[]): RawBuilder<SqlBool>;
  /** The value in custom data where it is of one kind, else null. */
  custom(column: RawBuilder<unknown>, path: CustomPath, kind: ValueKind): RawBuilder<unknown>;
  /** Anything but null where custom data has a value that is not null. */
  customAny(column: RawBuilder<unknown>, path: CustomPath): RawBuilder<unknown>;
  /** What orders items by a value in custom data: truth values as 0 and 1 among numbers, then text by code point; null for the rest. */
  customOrder(column: RawBuilder<unknown>, path: CustomPath): readonly RawBuilder<unknown>[];
  /** Whether the test holds for an entry of one kind of the list in custom data. */
  customEntry(
    column: RawBuilder<unknown>,
    path: CustomPath,
    kind: ValueKind,
    test: Test,
  ): RawBuilder<SqlBool>;
  /** Whether the test holds for an entry of a list of strings, or for the value of a `property` of an entry of a list of objects. */
  entry(column: RawBuilder<unknown>, test: Test, property?: string): RawBuilder<SqlBool>;
  /** Whether a text has words, by looking at it. */
  hasWords(value: Expression<unknown>, wanted: WantedWords): RawBuilder<SqlBool>;
  /** Whether a message has words in its text, by the index of search. */
  messageHasWords(wanted: WantedWords): RawBuilder<SqlBool>;
}
