import { randomUUID } from "node:crypto";
import { parseTime } from "../../format/index.ts";
import type { Account } from "../account.ts";
import type { AccountChanges, NewAccount } from "../accounts.ts";
import { StoreError } from "../store-error.ts";
import { insertAccount, mustHaveAdmin, readAccount, setRoles } from "./account-rows.ts";
import { ask } from "./ask.ts";
import { now } from "./now.ts";
import type { Step, Steps } from "./step.ts";

/** What makes sure that somebody is admin, and who is first, looks at all accounts. */
const alone: Step = { alone: "accounts" };

/** See `Accounts.any`. */
export function* anyAccount(): Steps<boolean> {
  return (yield* ask("select 1 as found from accounts limit 1")).length > 0;
}

/** See `Accounts.update`; must run inside a transaction. */
export function* updateAccount(
  id: string,
  { name, admin, roles = {} }: AccountChanges,
): Steps<Account> {
  yield alone;
  yield* found(id);
  yield* ask(
    "update accounts set name = coalesce(?, name), admin = coalesce(?, admin), updated_at = ? where id = ?",
    name ?? null,
    admin === undefined ? null : Number(admin),
    now(),
    id,
  );
  yield* setRoles(id, roles);
  yield* mustHaveAdmin();
  return yield* found(id);
}

/** See `Accounts.remove`; must run inside a transaction. */
export function* removeAccount(id: string): Steps<void> {
  yield alone;
  yield* found(id);
  yield* ask("delete from accounts where id = ?", id);
  yield* mustHaveAdmin();
}

/** See `Accounts.setUp`; must run inside a transaction. */
export function* setUpAccounts(
  account: Pick<NewAccount, "email" | "name">,
  password: string,
  link?: string,
): Steps<Account> {
  yield alone;
  if (yield* anyAccount()) throw setUpBefore();
  if (link !== undefined) yield* takeLink(link);
  yield* ask("delete from account_links");
  const { id } = yield* insertAccount({ ...account, admin: true, roles: {} });
  yield* writePassword(id, password);
  return yield* found(id);
}

/** See `Accounts.createLink`; must run inside a transaction. */
export function* createLink(
  hash: string,
  account: string | null,
  milliseconds: number,
): Steps<string> {
  if (account !== null) yield* found(account);
  yield* ask("delete from account_links where expires_at <= ? or account = ?", now(), account);
  const expires = parseTime(new Date(Date.now() + milliseconds).toISOString())!;
  yield* ask(
    "insert into account_links (hash, account, expires_at) values (?, ?, ?)",
    hash,
    account,
    expires,
  );
  return expires;
}

/** See `Accounts.setPassword`; must run inside a transaction. */
export function* setPassword(link: string, password: string): Steps<Account> {
  const id = yield* takeLink(link);
  if (id === null) throw invalidLink();
  yield* ask("delete from sessions where account = ?", id);
  yield* writePassword(id, password);
  return yield* found(id);
}

/** Removes a link that has not expired, and tells whose it is. */
function* takeLink(hash: string): Steps<string | null> {
  const [link] = yield* ask(
    "delete from account_links where hash = ? and expires_at > ? returning account",
    hash,
    now(),
  );
  if (link === undefined) throw invalidLink();
  return link["account"] as string | null;
}

function* writePassword(account: string, password: string): Steps<void> {
  const at = now();
  yield* ask(
    "insert into credentials (id, account, account_id, provider_id, password, created_at, updated_at) values (?, ?, ?, 'credential', ?, ?, ?) on conflict (account) do update set password = excluded.password, updated_at = excluded.updated_at",
    randomUUID(),
    account,
    account,
    password,
    at,
    at,
  );
}

function* found(id: string): Steps<Account> {
  const account = yield* readAccount(id);
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
