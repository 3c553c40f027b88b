import type { Account, AccountRole, Actor } from "../store/index.ts";

/** A program with a server token, which acts for the whole app. */
export interface ServerCaller {
  readonly kind: "server";
  readonly app: string;
  /** The API key, for what is counted by key. */
  readonly key: string;
  /** Who it is in the history of imports. */
  readonly by: Actor;
}

/** Somebody with a user token. */
export interface UserCaller {
  readonly kind: "user";
  readonly app: string;
  readonly key: string;
  /** There may be no user of that id. */
  readonly userId: string;
}

/** Somebody who is signed in, and for which app they call. */
export interface AccountCaller {
  readonly kind: "account";
  readonly app: string;
  /** What is counted by; no API key has it. */
  readonly key: string;
  readonly account: Account;
  /** What they may do in the app; `uploader` is a member of an app in which uploaders confirm. */
  readonly role: AccountRole | "uploader" | "admin";
  readonly by: Actor;
}

/** Somebody who is signed in, and calls for no app. */
export interface SignedIn {
  readonly kind: "signed in";
  readonly key: string;
  readonly account: Account;
  readonly by: Actor;
}

/** Who calls, and for which app. */
export type AppCaller = ServerCaller | UserCaller | AccountCaller;

/** Who calls. */
export type Caller = AppCaller | SignedIn;
