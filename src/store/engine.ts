import type { Kysely } from "kysely";
import type { LoadState } from "./load-state.ts";
import type { QueryDialect } from "./queries/dialect.ts";
import type { LoadsAtATime } from "./statements/leases.ts";
import type { BatchCounts } from "./statements/load-counts.ts";
import type { Steps } from "./statements/step.ts";
import type { GivenRow } from "./given-row.ts";
import type { ItemTables } from "./tables.ts";

/** A database that steps run on. Everything rejects with a `StoreError`. */
export interface Engine extends AsyncDisposable {
  /** Runs steps that need not see, nor do, all at once. */
  run<T>(steps: () => Steps<T>): Promise<T>;
  /** Runs steps in one transaction: all or nothing, and it survives a power cut once it is done, with all before it. */
  write<T>(steps: () => Steps<T>): Promise<T>;
}

/** A database of accounts, keys and imports. */
export interface ControlEngine extends Engine {
  readonly loadsAtATime: LoadsAtATime;
  /** The same database for the library that signs people in. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the library makes its own queries.
  readonly queries: Kysely<any>;
}

/** A database of apps and items. */
export interface StoreEngine extends Engine {
  readonly dialect: QueryDialect;
  readonly queries: Kysely<ItemTables>;
  /** Runs questions by {@link queries}. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Writes rows of a load in a transaction, behind what `before` does and before what `after` makes of their outcomes.
   * @param before gives the number of the app */
  writeRows(
    load: LoadState,
    rows: () => readonly GivenRow[],
    before: () => Steps<number>,
    after: (app: number, counts: BatchCounts) => Steps<void>,
  ): Promise<BatchCounts>;
}
