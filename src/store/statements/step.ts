/** What a parameter or a column of a statement holds. */
export type SqlValue = string | number | null;

/** Rows as a statement gives them; none where it gives no rows. */
export type Rows = readonly Readonly<Record<string, SqlValue>>[];

/** One thing that a database is asked to do. */
export type Step =
  | {
      /** A statement that all databases understand, with `?` for its parameters. */
      readonly sql: string;
      readonly values: readonly SqlValue[];
      /** Keeps the rows that it finds from others until the transaction ends; `free`: and finds none that others keep. Where there is one writer, nothing needs to be kept. */
      readonly keep?: "rows" | "free";
    }
  /** Waits until no other transaction is alone with a matter of this name, and keeps others from it until this one ends. Where there is one writer, every transaction is alone. */
  | { readonly alone: string }
  /** Asks for the time in milliseconds since 1970, as `time`: the same clock for all who share the database. */
  | { readonly clock: true };

/** What is done on a database, one step behind the other, told apart from how: run at once on a connection of this thread, or waited for on one to a server. */
export type Steps<T> = Generator<Step, T, Rows>;
