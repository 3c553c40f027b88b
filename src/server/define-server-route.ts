import type { ZodType } from "zod";
import type { Call } from "./call.ts";
import type { ServerCaller } from "./caller.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route for servers alone. `Query` and `Body` are what its schemas read.
 *
 * @param route its handler gets a call that is permitted, within its limits and of the right shape */
export function defineServerRoute<Query = undefined, Body = undefined>(
  route: RouteFacts & {
    readonly permission: "server" | "operator";
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    handle(call: Call<Query, Body, ServerCaller>): Promise<object>;
  },
): Route {
  return route;
}
