import type { Kysely } from "kysely";
import type { Account, AccountRole } from "./account.ts";

/** An account to be made. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  readonly roles: Readonly<Record<string, AccountRole>>;
}

/** What of an account is changed; what is left out stays. */
export interface AccountChanges {
  readonly name?: string;
  readonly admin?: boolean;
  /** Roles by the names of apps; null takes one away. */
  readonly roles?: Readonly<Record<string, AccountRole | null>>;
}

/** The tables of accounts as the library that signs people in takes them. It must hold no transaction open. */
export interface AccountTables {
  // oxlint-disable-next-line typescript/no-explicit-any -- the library makes its own queries.
  readonly db: Kysely<any>;
  readonly type: "sqlite";
}

/** Where accounts are kept. Passwords come as hashes, tokens of links as their SHA-256: neither can be told from what is kept. Every method rejects with a `StoreError`; those that take an id with `account_not_found`. */
export interface Accounts {
  readonly tables: AccountTables;
  /** Whether there is any. */
  any(): Promise<boolean>;
  /** All, by e-mail address. */
  list(): Promise<readonly Account[]>;
  /** Undefined when there is none. */
  find(id: string): Promise<Account | undefined>;
  /** Makes one that has no password yet. Rejects with `account_exists`. */
  create(account: NewAccount): Promise<Account>;
  /** Rejects with `last_admin` when nobody would be admin any more. */
  update(id: string, changes: AccountChanges): Promise<Account>;
  /** Removes one with its sessions and links. Rejects with `last_admin`. */
  remove(id: string): Promise<void>;
  /** Makes the first account, an admin, and forgets all links that could do so. Rejects with `accounts_set_up` where there is one. */
  setUp(
    account: Pick<NewAccount, "email" | "name">,
    password: string,
    link?: string,
  ): Promise<Account>;
  /** Keeps a link and forgets those that have expired.
   *
   * @param account whose password it sets, instead of any link before; null: it makes the first account
   * @param milliseconds how long it holds
   * @returns until when, a canonical time */
  createLink(hash: string, account: string | null, milliseconds: number): Promise<string>;
  /** Sets the password of the account that a link is of; the link is gone, and so are the sessions of the account. Rejects with `invalid_link` when there is none, or it has expired. */
  setPassword(link: string, password: string): Promise<Account>;
}
