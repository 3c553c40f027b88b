import type { ZodType } from "zod";
import type { OpenCall } from "./call.ts";
import type { Route, RouteFacts } from "./route.ts";

/** Defines a route that asks for no credentials. With permission `signature` its handler must check the signature itself. */
export function defineOpenRoute<Query = undefined, Body = undefined>(
  route: Omit<RouteFacts, "rate"> & {
    readonly permission: "none" | "signature";
    readonly query?: ZodType<Query>;
    readonly body?: ZodType<Body>;
    readonly takes?: readonly string[];
    handle(call: OpenCall<Query, Body>): Promise<object>;
  },
): Route {
  return { ...route, rate: 0 } as Route;
}
