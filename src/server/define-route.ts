import type { ZodType } from "zod";
import type { Call } from "./call.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route that takes user tokens, too. `Query` and `Body` are what its schemas read.
 *
 * @param route its handler gets a call that is within its limits and of the right shape, and keeps a user to what it may see */
export function defineRoute<Query = undefined, Body = undefined>(
  route: RouteFacts & {
    readonly permission: "user";
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    handle(call: Call<Query, Body>): Promise<object>;
  },
): Route {
  return route;
}
