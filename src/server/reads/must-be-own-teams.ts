import type { Filter } from "../../store/index.ts";
import { ApiError } from "../api-error.ts";
import type { Reading } from "./reading.ts";

/** Throws an {@link ApiError} `no_access` where a user asks for channels of a team that is not its own, in an app that keeps teams apart. The store keeps to the user's teams in any case. Source: http-api section 7. */
export async function mustBeOwnTeams(
  { store, app, as: { viewer } }: Reading,
  filter: Filter = {},
): Promise<void> {
  const wanted = teamsIn(filter["team"]);
  if (viewer === undefined || wanted.length === 0) return;
  if (!(await store.app(app)).multiTenant) return;
  const user = (await store.usersById(app, [viewer])).get(viewer);
  const own = (user?.["teams"] ?? []) as readonly unknown[];
  const other = wanted.find((team) => !own.includes(team));
  if (other === undefined) return;
  throw new ApiError(
    "no_access",
    `The user is not of the team ${JSON.stringify(other).slice(0, 100)}.`,
    "Ask for the user's own teams, or for none.",
  );
}

function teamsIn(condition: unknown): readonly unknown[] {
  if (typeof condition === "string") return [condition];
  const { $eq, $in } = (condition ?? {}) as { readonly $eq?: unknown; readonly $in?: unknown };
  return [...($eq === undefined ? [] : [$eq]), ...(Array.isArray($in) ? $in : [])];
}
