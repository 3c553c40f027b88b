import type { Actor } from "../store/index.ts";

/** Who calls, and for which app. A server token acts for the whole app. */
export type Caller =
  | {
      readonly kind: "server";
      readonly app: string;
      /** The API key, for what is counted by key. */
      readonly key: string;
      /** Who it is in the history of imports. */
      readonly by: Actor;
    }
  | {
      readonly kind: "user";
      readonly app: string;
      readonly key: string;
      /** There may be no user of that id. */
      readonly userId: string;
    };
