import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Account, AccountRole } from "../account.ts";
import type { AccountChanges, NewAccount } from "../accounts.ts";
import { StoreError } from "../store-error.ts";
import { now } from "./now.ts";

const select =
  "select id, email, name, admin, created_at, exists (select 1 from credentials where account = accounts.id) as active, (select json_group_object(app, role order by app) from account_roles where account = accounts.id) as roles from accounts";

/** All accounts, by e-mail address. */
export function readAccounts(db: DatabaseSync): readonly Account[] {
  return db.prepare(`${select} order by email`).all().map(accountOf);
}

/** An account, if there is one of that id. */
export function readAccount(db: DatabaseSync, id: string): Account | undefined {
  const row = db.prepare(`${select} where id = ?`).get(id);
  return row && accountOf(row);
}

/** Makes an account without a password. Throws `account_exists`. */
export function insertAccount(
  db: DatabaseSync,
  { email, name, admin, roles }: NewAccount,
): Account {
  const id = randomUUID();
  const at = now();
  const { changes } = db
    .prepare(
      "insert into accounts (id, email, name, admin, created_at, updated_at) values (?, ?, ?, ?, ?, ?) on conflict (email) do nothing",
    )
    .run(id, email.toLowerCase(), name, Number(admin), at, at);
  if (changes === 0) {
    throw new StoreError(
      "account_exists",
      "There is an account with this e-mail address.",
      "Give another address, or change the account that is there.",
    );
  }
  setRoles(db, id, roles);
  return readAccount(db, id)!;
}

/** Gives roles, and takes those away that are null. */
export function setRoles(
  db: DatabaseSync,
  account: string,
  roles: NonNullable<AccountChanges["roles"]>,
): void {
  const remove = db.prepare("delete from account_roles where account = ? and app = ?");
  const insert = db.prepare("insert into account_roles (account, app, role) values (?, ?, ?)");
  for (const [app, role] of Object.entries(roles)) {
    remove.run(account, app);
    if (role !== null) insert.run(account, app, role);
  }
}

/** Throws `last_admin` where no admin with a password is left; the transaction is then undone. */
export function mustHaveAdmin(db: DatabaseSync): void {
  const admin = db
    .prepare(
      "select 1 from accounts where admin = 1 and exists (select 1 from credentials where account = accounts.id)",
    )
    .get();
  if (admin !== undefined) return;
  throw new StoreError(
    "last_admin",
    "Nobody else is admin and has a password.",
    "Make somebody else admin first.",
  );
}

function accountOf(row: Readonly<Record<string, unknown>>): Account {
  return {
    id: row["id"] as string,
    email: row["email"] as string,
    name: row["name"] as string,
    admin: row["admin"] === 1,
    roles: JSON.parse(row["roles"] as string) as Readonly<Record<string, AccountRole>>,
    createdAt: row["created_at"] as string,
    active: row["active"] === 1,
  };
}
