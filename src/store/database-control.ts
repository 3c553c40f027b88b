import type { ApiKey } from "./api-key.ts";
import type {
  Control,
  Heartbeat,
  ImportCounts,
  ImportFacts,
  ImportQuery,
  Lease,
  StateChange,
} from "./control.ts";
import type { Accounts } from "./accounts.ts";
import type { Actor, ImportRecord, UploadedFile } from "./import-record.ts";
import type { ControlEngine } from "./engine.ts";
import { readAccount, readAccounts, insertAccount } from "./statements/account-rows.ts";
import {
  anyAccount,
  createLink,
  removeAccount,
  setPassword,
  setUpAccounts,
  updateAccount,
} from "./statements/accounts.ts";
import { insertKey, readKey, readKeys, revokeKey } from "./statements/api-keys.ts";
import { adjust, changeState, completeUpload } from "./statements/import-changes.ts";
import { countImports } from "./statements/import-counts.ts";
import {
  deleteUnasked,
  insertImport,
  readImport,
  readImports,
  unknownFiles,
} from "./statements/import-rows.ts";
import { claim, heartbeat, mayClaim, release } from "./statements/leases.ts";

/** Accounts, keys and imports in a database, in short transactions. */
export class DatabaseControl implements Control {
  readonly #engine: ControlEngine;
  readonly accounts: Accounts;

  /** @param engine the control closes it */
  constructor(engine: ControlEngine) {
    this.#engine = engine;
    this.accounts = accountsOf(engine);
  }

  createKey(app: string, name: string): Promise<ApiKey> {
    return this.#engine.run(() => insertKey(app, name));
  }

  keys(app: string): Promise<readonly ApiKey[]> {
    return this.#engine.run(() => readKeys(app));
  }

  key(key: string): Promise<ApiKey | undefined> {
    return this.#engine.run(() => readKey(key));
  }

  revokeKey(app: string, key: string): Promise<ApiKey> {
    return this.#engine.run(() => revokeKey(app, key));
  }

  createImport(app: string, fileName: string, by: Actor): Promise<ImportRecord> {
    return this.#engine.run(() => insertImport(app, fileName, by));
  }

  import(app: string, id: string): Promise<ImportRecord | undefined> {
    return this.#engine.run(() => readImport(app, id));
  }

  imports(app: string, query: ImportQuery = {}): Promise<readonly ImportRecord[]> {
    return this.#engine.run(() => readImports(app, query));
  }

  importCounts(): Promise<ImportCounts> {
    return this.#engine.run(() => countImports());
  }

  completeUpload(id: string, file: UploadedFile): Promise<ImportRecord> {
    return this.#engine.write(() => completeUpload(id, file));
  }

  changeState(
    id: string,
    changes: StateChange | readonly StateChange[],
    facts: ImportFacts = {},
    lease?: Lease,
  ): Promise<ImportRecord> {
    return this.#engine.write(() => changeState(id, [changes].flat(), facts, lease));
  }

  adjust(
    id: string,
    changes: { readonly paused?: boolean; readonly throttle?: number | null },
  ): Promise<ImportRecord> {
    return this.#engine.write(() => adjust(id, changes));
  }

  async claim(worker: string, milliseconds: number): Promise<Lease | undefined> {
    const { loadsAtATime } = this.#engine;
    // Asked first without a lock: most of the time there is none.
    if (!(await this.#engine.run(() => mayClaim(loadsAtATime)))) return undefined;
    return this.#engine.write(() => claim(loadsAtATime, worker, milliseconds));
  }

  heartbeat(
    lease: Lease,
    milliseconds: number,
    facts: ImportFacts = {},
    achieved = false,
  ): Promise<Heartbeat> {
    return this.#engine.write(() => heartbeat(lease, milliseconds, facts, achieved));
  }

  release(lease: Lease, delay: number, facts: ImportFacts = {}): Promise<void> {
    return this.#engine.write(() => release(lease, delay, facts));
  }

  forgetUnasked(olderThan: number): Promise<number> {
    return this.#engine.write(() => deleteUnasked(olderThan));
  }

  unknownFiles(names: readonly string[]): Promise<readonly string[]> {
    return this.#engine.run(() => unknownFiles(names));
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#engine[Symbol.asyncDispose]();
  }
}

function accountsOf(engine: ControlEngine): Accounts {
  return {
    // No database is asked for truth values and times as such: they are what SQLite has of them.
    tables: { db: engine.queries, type: "sqlite" },
    any: () => engine.run(anyAccount),
    list: () => engine.run(readAccounts),
    find: (id) => engine.run(() => readAccount(id)),
    create: (account) => engine.write(() => insertAccount(account)),
    update: (id, changes) => engine.write(() => updateAccount(id, changes)),
    remove: (id) => engine.write(() => removeAccount(id)),
    setUp: (account, password, link) => engine.write(() => setUpAccounts(account, password, link)),
    createLink: (hash, account, milliseconds) =>
      engine.write(() => createLink(hash, account, milliseconds)),
    setPassword: (link, password) => engine.write(() => setPassword(link, password)),
  };
}
