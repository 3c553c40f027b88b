import { randomUUID } from "node:crypto";
import type { Account, AccountRole } from "../account.ts";
import type { AccountChanges, NewAccount } from "../accounts.ts";
import { StoreError } from "../store-error.ts";
import { ask } from "./ask.ts";
import { now } from "./now.ts";
import type { Rows, Steps } from "./step.ts";

const select =
  "select id, email, name, admin, created_at, (select count(*) from credentials where account = accounts.id) as credentials from accounts";

/** All accounts, by e-mail address. */
export function* readAccounts(): Steps<readonly Account[]> {
  const accounts = yield* ask(`${select} order by email`);
  const roles = yield* ask("select account, app, role from account_roles order by app");
  const byAccount = Map.groupBy(roles, ({ account }) => account);
  return accounts.map((account) => accountOf(account, byAccount.get(account["id"]) ?? []));
}

/** An account, if there is one of that id. */
export function* readAccount(id: string): Steps<Account | undefined> {
  const [row] = yield* ask(`${select} where id = ?`, id);
  if (row === undefined) return undefined;
  const roles = yield* ask(
    "select app, role from account_roles where account = ? order by app",
    id,
  );
  return accountOf(row, roles);
}

/** Makes an account without a password. Throws `account_exists`. */
export function* insertAccount({ email, name, admin, roles }: NewAccount): Steps<Account> {
  const id = randomUUID();
  const at = now();
  const made = yield* ask(
    "insert into accounts (id, email, name, admin, created_at, updated_at) values (?, ?, ?, ?, ?, ?) on conflict (email) do nothing returning id",
    id,
    email.toLowerCase(),
    name,
    Number(admin),
    at,
    at,
  );
  if (made.length === 0) {
    throw new StoreError(
      "account_exists",
      "There is an account with this e-mail address.",
      "Give another address, or change the account that is there.",
    );
  }
  yield* setRoles(id, roles);
  return (yield* readAccount(id))!;
}

/** Gives roles, and takes those away that are null. */
export function* setRoles(
  account: string,
  roles: NonNullable<AccountChanges["roles"]>,
): Steps<void> {
  for (const [app, role] of Object.entries(roles)) {
    yield* ask("delete from account_roles where account = ? and app = ?", account, app);
    if (role !== null) {
      const insert = "insert into account_roles (account, app, role) values (?, ?, ?)";
      yield* ask(insert, account, app, role);
    }
  }
}

/** Throws `last_admin` where no admin with a password is left; the transaction is then undone. */
export function* mustHaveAdmin(): Steps<void> {
  const admins = yield* ask(
    "select 1 as found from accounts where admin = 1 and exists (select 1 from credentials where account = accounts.id) limit 1",
  );
  if (admins.length > 0) return;
  throw new StoreError(
    "last_admin",
    "Nobody else is admin and has a password.",
    "Make somebody else admin first.",
  );
}

function accountOf(row: Rows[number], roles: Rows): Account {
  return {
    id: row["id"] as string,
    email: row["email"] as string,
    name: row["name"] as string,
    admin: row["admin"] === 1,
    roles: Object.fromEntries(roles.map(({ app, role }) => [app as string, role as AccountRole])),
    createdAt: row["created_at"] as string,
    active: row["credentials"] !== 0,
  };
}
