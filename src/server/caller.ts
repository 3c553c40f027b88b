import type { Actor } from "../store/index.ts";

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

/** Who calls, and for which app. */
export type Caller = ServerCaller | UserCaller;
