import type { Lists, Store } from "../../store/index.ts";
import { ApiError } from "../api-error.ts";
import type { Call } from "../call.ts";

/** Who reads, and what. */
export interface Reading {
  /** For what is read by key, in little time. */
  readonly store: Store;
  /** For the rest. */
  readonly lists: Lists;
  readonly app: string;
  /** Handed to queries of the store: `viewer` where a user calls, who is told of what it may see; `user` whose view it is, where there is one. */
  readonly as: { readonly viewer?: string; readonly user?: string };
}

/** Tells who reads: a user as itself; a server or an account as whoever may see all, in the view of the user that it names.
 *
 * @throws ApiError `not_allowed` where a user names another one */
export function readingOf(
  { service, caller }: Pick<Call, "service" | "caller">,
  userId?: string | null,
): Reading {
  const { lists } = service;
  const { store } = service.imports;
  const { app } = caller;
  if (caller.kind !== "user") return { store, lists, app, as: userId ? { user: userId } : {} };
  if (userId && userId !== caller.userId) {
    throw new ApiError(
      "not_allowed",
      "A user reads as itself.",
      "Leave `user_id` out, or call with a server token.",
    );
  }
  return { store, lists, app, as: { viewer: caller.userId, user: caller.userId } };
}
