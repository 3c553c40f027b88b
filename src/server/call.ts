import type { AppCaller } from "./caller.ts";
import type { Service } from "./service.ts";

/** A request to a route that everybody may call, or whoever has a signed URL. */
export interface OpenCall<Query = undefined, Body = undefined> {
  readonly service: Service;
  /** As the route's `query` reads it. */
  readonly query: Query;
  /** As the route's `body` reads it. */
  readonly body: Body;
  /** A part of the path, by its name in the route's `path`. */
  readonly param: (name: string) => string;
  /** For what else there is: headers, a body that is a stream, the signal of whoever goes away. */
  readonly request: Request;
  /** Sets cookies with the answer. */
  readonly cookies: (headers: readonly string[]) => void;
  /** The address of the server as others reach it, without a slash at its end. */
  readonly origin: string;
}

/** A request to a route that wants to know who calls. */
export interface Call<Query = undefined, Body = undefined, Who = AppCaller> extends OpenCall<
  Query,
  Body
> {
  /** Permitted to call the route. */
  readonly caller: Who;
}
