/** What can be wrong with a store or with the way it is used.
 *
 * - `store_locked`: another process holds it for longer than the time waited.
 * - `store_unwritable`: its folder cannot be made, opened or written.
 * - `store_damaged`: the file is no database, or a broken one.
 * - `store_newer`, `store_older`, `store_migrations`: its schema is not one that this program made or can go on from.
 * - `store_unreachable`: its server is not there, or is gone; `store_refused`: the server lets nobody of this name in, or has no such database; `store_unsuitable`: the database is none that will do; `store_timeout`: a statement took too long.
 * - `disk_full`: no room for what was to be written; nothing of it was.
 * - `app_not_found`, `app_exists`, `invalid_filter`, `invalid_sort`, `invalid_cursor`, `invalid_limit`: the question is wrong.
 * - `app_in_production`: the app takes no imports.
 * - `channel_type_not_found`, `channel_type_exists`, `channel_type_in_use`, `too_many_channel_types`, `invalid_channel_type`: the app's channel types do not allow it.
 * - `key_not_found`, `import_not_found`: there is none of that name in the app.
 * - `account_not_found`, `account_exists`, `last_admin`, `accounts_set_up`: the accounts that are there do not allow it.
 * - `invalid_link`: a link that was used, has expired or never was.
 * - `import_state`: the import is in a state in which this cannot be done.
 * - `lease_lost`: another worker holds the import by now, or nobody does.
 * - `store_failed`: the engine failed in a way that has no cause of its own here.
 * - `load_taken_over`: another process goes on with the same load.
 * - `unchecked_item`: an item does not hold what its check promised.
 * - `reconciliation_mismatch`: the store does not hold what the load counted. */
export type StoreErrorCode =
  | "store_locked"
  | "store_unwritable"
  | "store_damaged"
  | "store_newer"
  | "store_older"
  | "store_migrations"
  | "store_unreachable"
  | "store_refused"
  | "store_unsuitable"
  | "store_timeout"
  | "disk_full"
  | "app_not_found"
  | "app_exists"
  | "app_in_production"
  | "channel_type_not_found"
  | "channel_type_exists"
  | "channel_type_in_use"
  | "too_many_channel_types"
  | "invalid_channel_type"
  | "key_not_found"
  | "import_not_found"
  | "account_not_found"
  | "account_exists"
  | "last_admin"
  | "accounts_set_up"
  | "invalid_link"
  | "import_state"
  | "lease_lost"
  | "store_failed"
  | "invalid_filter"
  | "invalid_sort"
  | "invalid_cursor"
  | "invalid_limit"
  | "load_taken_over"
  | "unchecked_item"
  | "reconciliation_mismatch";

/** A failure of the store. `message` says what failed and where, `fix` how to mend it, `cause` is what the engine or the system threw, if anything. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly fix: string;

  constructor(code: StoreErrorCode, message: string, fix: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fix = fix;
  }
}
