import type { ZodObject, ZodType } from "zod";
import type { Call } from "./call.ts";
import type { Caller } from "./caller.ts";
import type { Permission } from "./permission.ts";

/** What is said of a route beside its shapes; OpenAPI and the table of permissions are made of it. */
export interface RouteFacts {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With parameters as `:name`. */
  readonly path: string;
  /** Names the route in errors and in OpenAPI: `GetImport`. */
  readonly operation: string;
  readonly summary: string;
  /** The group that it stands in on the page of the API. */
  readonly tag: string;
  /** Default: 200. */
  readonly status?: 200 | 201 | 204 | 302;
  /** Further statuses without an error, and what they say. */
  readonly also?: Readonly<Record<number, string>>;
  /** Requests a minute that an app may make; 0 where only addresses are counted. */
  readonly rate: number;
  /** Requests a minute from one address; where nothing is said, only those over all routes are counted. */
  readonly addressRate?: number;
  /** What the answer is: the shape of a JSON object, to which `duration` is added; or the media types of a Response of its own. */
  readonly response: ZodObject | readonly string[];
}

/** A route of the API, for the table of routes. Made by `defineRoute` and `defineOpenRoute`, which know its types. */
export interface Route extends RouteFacts {
  readonly permission: Permission;
  /** Reads the query; what it does not name is passed over. */
  readonly query?: ZodType;
  /** Reads the body, which is JSON. */
  readonly body?: ZodType;
  /** The media types of a body that the handler reads as a stream. */
  readonly takes?: readonly string[];
  handle(call: Call<unknown, unknown, Caller>): Promise<object>;
}
