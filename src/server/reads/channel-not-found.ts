import { ApiError } from "../api-error.ts";
import type { Reading } from "./reading.ts";

/** What is said of a channel that is not there, or not for the one who asks. Where teams are kept apart, a user is told of no access either way, so that the answer does not tell of channels of other teams. Source: http-api section 7. */
export async function channelNotFound({ store, app, as }: Reading, cid: string): Promise<ApiError> {
  if (as.viewer !== undefined && (await store.app(app)).multiTenant) return noAccess(cid);
  return new ApiError(
    "not_found",
    `There is no channel ${cid.slice(0, 200)}.`,
    "Query channels to see which ones there are. Nothing is created here: import it.",
  );
}

function noAccess(cid: string): ApiError {
  return new ApiError(
    "no_access",
    `There is no channel ${cid.slice(0, 200)} that the user has access to.`,
    "Ask for a channel of the user's teams that the user is a member of.",
  );
}
