import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { parseTime } from "../../format/index.ts";
import type { Account } from "../account.ts";
import type { AccountChanges, Accounts, AccountTables, NewAccount } from "../accounts.ts";
import { StoreError } from "../store-error.ts";
import {
  insertAccount,
  mustHaveAdmin,
  readAccount,
  readAccounts,
  setRoles,
} from "./account-rows.ts";
import { now } from "./now.ts";
import { queryBuilder } from "./query-builder.ts";

/** {@link Accounts} on the connection of keys and imports.
 *
 * @param run runs work in a transaction, and turns what SQLite throws into a `StoreError` */
export function sqliteAccounts(db: DatabaseSync, run: <T>(work: () => T) => Promise<T>): Accounts {
  const tables: AccountTables = { db: queryBuilder(db), type: "sqlite" };
  const any = () => db.prepare("select 1 from accounts limit 1").get() !== undefined;
  return {
    tables,
    any: () => run(any),
    list: () => run(() => readAccounts(db)),
    find: (id) => run(() => readAccount(db, id)),
    create: (account) => run(() => insertAccount(db, account)),
    update: (id, changes) => run(() => update(db, id, changes)),
    remove: (id) =>
      run(() => {
        found(db, id);
        db.prepare("delete from accounts where id = ?").run(id);
        mustHaveAdmin(db);
      }),
    setUp: (account, password, link) =>
      run(() => {
        if (any()) throw setUpBefore();
        if (link !== undefined) takeLink(db, link);
        db.prepare("delete from account_links").run();
        return setUp(db, account, password);
      }),
    createLink: (hash, account, milliseconds) =>
      run(() => {
        if (account !== null) found(db, account);
        db.prepare("delete from account_links where expires_at <= ? or account = ?").run(
          now(),
          account,
        );
        const expires = parseTime(new Date(Date.now() + milliseconds).toISOString())!;
        db.prepare("insert into account_links (hash, account, expires_at) values (?, ?, ?)").run(
          hash,
          account,
          expires,
        );
        return expires;
      }),
    setPassword: (link, password) =>
      run(() => {
        const id = takeLink(db, link);
        if (id === null) throw invalidLink();
        db.prepare("delete from sessions where account = ?").run(id);
        writePassword(db, id, password);
        return found(db, id);
      }),
  };
}

function update(
  db: DatabaseSync,
  id: string,
  { name, admin, roles = {} }: AccountChanges,
): Account {
  found(db, id);
  db.prepare(
    "update accounts set name = coalesce(?, name), admin = coalesce(?, admin), updated_at = ? where id = ?",
  ).run(name ?? null, admin === undefined ? null : Number(admin), now(), id);
  setRoles(db, id, roles);
  mustHaveAdmin(db);
  return found(db, id);
}

function setUp(
  db: DatabaseSync,
  account: Pick<NewAccount, "email" | "name">,
  password: string,
): Account {
  const { id } = insertAccount(db, { ...account, admin: true, roles: {} });
  writePassword(db, id, password);
  return found(db, id);
}

/** Removes a link that has not expired, and tells whose it is. */
function takeLink(db: DatabaseSync, hash: string): string | null {
  const link = db
    .prepare("delete from account_links where hash = ? and expires_at > ? returning account")
    .get(hash, now());
  if (link === undefined) throw invalidLink();
  return link["account"] as string | null;
}

function writePassword(db: DatabaseSync, account: string, password: string): void {
  const at = now();
  db.prepare(
    "insert into credentials (id, account, account_id, provider_id, password, created_at, updated_at) values (?, ?, ?, 'credential', ?, ?, ?) on conflict (account) do update set password = excluded.password, updated_at = excluded.updated_at",
  ).run(randomUUID(), account, account, password, at, at);
}

function found(db: DatabaseSync, id: string): Account {
  const account = readAccount(db, id);
  if (account !== undefined) return account;
  throw new StoreError(
    "account_not_found",
    "There is no account of that id.",
    "List the accounts and name one of them.",
  );
}

function invalidLink(): StoreError {
  return new StoreError(
    "invalid_link",
    "The link is not valid: it was used, has expired, or a newer one was made.",
    "Ask for a new one.",
  );
}

function setUpBefore(): StoreError {
  return new StoreError(
    "accounts_set_up",
    "The first account is made already.",
    "Sign in, or ask an admin for an account.",
  );
}
