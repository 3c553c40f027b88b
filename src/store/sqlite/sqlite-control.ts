import type { DatabaseSync } from "node:sqlite";
import type { ApiKey } from "../api-key.ts";
import type {
  Control,
  Heartbeat,
  ImportCounts,
  ImportFacts,
  ImportQuery,
  Lease,
  StateChange,
} from "../control.ts";
import type { Accounts } from "../accounts.ts";
import type { Actor, ImportRecord, UploadedFile } from "../import-record.ts";
import { insertKey, readKey, readKeys, revokeKey } from "./api-keys.ts";
import { adjust, changeState, completeUpload } from "./import-changes.ts";
import { countImports } from "./import-counts.ts";
import { deleteUnasked, insertImport, readImports, recordOf } from "./import-rows.ts";
import { claim, heartbeat, release } from "./leases.ts";
import { openControlDatabase } from "./open-control-database.ts";
import { openReadOnly } from "./open-read-only.ts";
import { sqliteAccounts } from "./sqlite-accounts.ts";
import { withStoreErrors } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";

/** Opens what is kept of keys and imports, made when it is not there.
 *
 * @param file the database file; its folder is made too.
 * @param readOnly opens one that is there, to read it alone. */
export function openSqliteControl(file: string, readOnly = false): Promise<Control> {
  return withStoreErrors(file, () => {
    const db = readOnly ? openReadOnly(file, "control-migrations") : openControlDatabase(file);
    return new SqliteControl(file, db);
  });
}

/** Accounts, keys and imports in one SQLite file. Everything runs on the thread that calls it, in one short transaction. */
class SqliteControl implements Control {
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly accounts: Accounts;

  constructor(file: string, db: DatabaseSync) {
    this.#file = file;
    this.#db = db;
    this.accounts = sqliteAccounts(db, (work) => this.#write(work));
  }

  createKey(app: string, name: string): Promise<ApiKey> {
    return this.#run(() => insertKey(this.#db, app, name));
  }

  keys(app: string): Promise<readonly ApiKey[]> {
    return this.#run(() => readKeys(this.#db, app));
  }

  key(key: string): Promise<ApiKey | undefined> {
    return this.#run(() => readKey(this.#db, key));
  }

  revokeKey(app: string, key: string): Promise<ApiKey> {
    return this.#run(() => revokeKey(this.#db, app, key));
  }

  createImport(app: string, fileName: string, by: Actor): Promise<ImportRecord> {
    return this.#run(() => insertImport(this.#db, app, fileName, by));
  }

  import(app: string, id: string): Promise<ImportRecord | undefined> {
    return this.#run(() => {
      const row = this.#db.prepare("select * from imports where app = ? and id = ?").get(app, id);
      return row && recordOf(row as never);
    });
  }

  imports(app: string, query: ImportQuery = {}): Promise<readonly ImportRecord[]> {
    return this.#run(() => readImports(this.#db, app, query));
  }

  importCounts(): Promise<ImportCounts> {
    return this.#run(() => countImports(this.#db));
  }

  completeUpload(id: string, file: UploadedFile): Promise<ImportRecord> {
    return this.#write(() => completeUpload(this.#db, id, file));
  }

  changeState(
    id: string,
    changes: StateChange | readonly StateChange[],
    facts: ImportFacts = {},
    lease?: Lease,
  ): Promise<ImportRecord> {
    return this.#write(() => changeState(this.#db, id, [changes].flat(), facts, lease));
  }

  adjust(
    id: string,
    changes: { readonly paused?: boolean; readonly throttle?: number | null },
  ): Promise<ImportRecord> {
    return this.#write(() => adjust(this.#db, id, changes));
  }

  claim(worker: string, milliseconds: number): Promise<Lease | undefined> {
    return this.#run(() => claim(this.#db, worker, milliseconds));
  }

  heartbeat(
    lease: Lease,
    milliseconds: number,
    facts: ImportFacts = {},
    achieved = false,
  ): Promise<Heartbeat> {
    return this.#write(() => heartbeat(this.#db, lease, milliseconds, facts, achieved));
  }

  release(lease: Lease, delay: number, facts: ImportFacts = {}): Promise<void> {
    return this.#write(() => release(this.#db, lease, delay, facts));
  }

  forgetUnasked(olderThan: number): Promise<number> {
    return this.#write(() => deleteUnasked(this.#db, olderThan));
  }

  unknownFiles(names: readonly string[]): Promise<readonly string[]> {
    return this.#run(() => {
      const rows = this.#db
        .prepare(
          "select value from json_each(?) where not exists (select 1 from imports where file = value) and not exists (select 1 from imports where report = value)",
        )
        .all(JSON.stringify(names));
      return rows.map(({ value }) => value as string);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  #run<T>(work: () => T): Promise<T> {
    return withStoreErrors(this.#file, work);
  }

  #write<T>(work: () => T): Promise<T> {
    return this.#run(() => transaction(this.#db, work));
  }
}
