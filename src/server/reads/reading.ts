import type { Lists, Store } from "../../store/index.ts";
import { ApiError } from "../api-error.ts";
import type { Call } from "../call.ts";
import { userNotFound } from "./user-not-found.ts";

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

/** By what a request names the user whose view it asks for: by its id, or by an object of it. */
export interface Viewing {
  readonly user_id?: string | null | undefined;
  readonly user?: { readonly id: string } | null | undefined;
}

/** Tells who reads: a user as itself; a server or an account as whoever may see all, in the view of the user that it names.
 *
 * @throws ApiError `not_allowed` where a user names another one, `not_found` where there is no user of that name */
export async function readingOf(
  { service, caller }: Pick<Call, "service" | "caller">,
  { user_id, user }: Viewing = {},
): Promise<Reading> {
  const userId = user_id || user?.id;
  const { lists } = service;
  const { store } = service.imports;
  const { app } = caller;
  if (caller.kind !== "user") {
    if (!userId) return { store, lists, app, as: {} };
    if ((await store.usersById(app, [userId])).size === 0) throw userNotFound(userId);
    return { store, lists, app, as: { user: userId } };
  }
  if (userId && userId !== caller.userId) {
    throw new ApiError(
      "not_allowed",
      "A user reads as itself.",
      "Leave `user_id` out, or call with a server token.",
    );
  }
  return { store, lists, app, as: { viewer: caller.userId, user: caller.userId } };
}
