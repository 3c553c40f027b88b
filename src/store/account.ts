/** What somebody may do in an app: `member` reads it, and uploads where uploaders confirm; `operator` also uploads files, decides about imports and sets the app's channel types. */
export type AccountRole = "member" | "operator";

/** A person who signs in. */
export interface Account {
  /** A UUID. */
  readonly id: string;
  /** In lower case; no other account has it. */
  readonly email: string;
  readonly name: string;
  /** May do everything, in all apps. */
  readonly admin: boolean;
  /** By the names of apps. */
  readonly roles: Readonly<Record<string, AccountRole>>;
  /** Canonical time. */
  readonly createdAt: string;
  /** Whether it has a password; it cannot sign in before. */
  readonly active: boolean;
}
