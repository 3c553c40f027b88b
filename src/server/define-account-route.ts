import type { ZodType } from "zod";
import type { Call } from "./call.ts";
import type { SignedIn } from "./caller.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route for people who are signed in, which names no app in its query. `Query` and `Body` are what its schemas read.
 *
 * @param route its handler gets a call that is permitted, within its limits and of the right shape */
export function defineAccountRoute<Query = undefined, Body = undefined>(
  route: RouteFacts & {
    readonly permission: "account" | "admin";
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    handle(call: Call<Query, Body, SignedIn>): Promise<object>;
  },
): Route {
  return route;
}
