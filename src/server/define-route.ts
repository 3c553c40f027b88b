import type { ZodType } from "zod";
import type { Call } from "./call.ts";
import type { Permission } from "./permission.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route that takes a token. `Query` and `Body` are what its schemas read.
 *
 * @param route its handler gets a call that is permitted, within its limits and of the right shape */
export function defineRoute<Query = undefined, Body = undefined>(
  route: RouteFacts & {
    readonly permission: Exclude<Permission, "none" | "signature">;
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    handle(call: Call<Query, Body>): Promise<object>;
  },
): Route {
  return route;
}
