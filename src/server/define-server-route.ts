import type { ZodType } from "zod";
import type { Call } from "./call.ts";
import type { AccountCaller, ServerCaller } from "./caller.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route for servers, and for people of the app who are signed in. `Query` and `Body` are what its schemas read.
 *
 * @param route its handler gets a call that is permitted, within its limits and of the right shape */
export function defineServerRoute<Query = undefined, Body = undefined>(
  route: RouteFacts & {
    readonly permission: "member" | "uploader" | "operator";
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    handle(call: Call<Query, Body, ServerCaller | AccountCaller>): Promise<object>;
  },
): Route {
  return route;
}
