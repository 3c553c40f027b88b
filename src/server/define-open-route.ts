import type { ZodType } from "zod";
import type { OpenCall } from "./call.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route that takes no token. With permission `signature` its handler must check the signature itself. */
export function defineOpenRoute<Query = undefined>(
  route: Omit<RouteFacts, "rate"> & {
    readonly permission: "none" | "signature";
    readonly query?: ZodType<Query>;
    readonly takes?: readonly string[];
    handle(call: OpenCall<Query>): Promise<object>;
  },
): Route {
  return { ...route, rate: 0 } as Route;
}
