import { Hono } from "hono";
import { cors } from "hono/cors";
import { ApiError } from "./api-error.ts";
import type { ServerCaller } from "./caller.ts";
import type { Permission } from "./permission.ts";
import type { Route } from "./route.ts";
import { respond } from "./respond.ts";
import { routes as allRoutes } from "./routes/routes.ts";
import type { Service } from "./service.ts";

/** Lets pages of any site call a path, as browsers with clients of the API do: with a token or a signed URL, and never with a cookie. */
const crossOrigin = cors({
  exposeHeaders: [
    "Location",
    "Tus-Resumable",
    "Upload-Expires",
    "Upload-Length",
    "Upload-Offset",
    "Retry-After",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "X-Request-Id",
  ],
  maxAge: 86_400,
});

/** Where a request comes from. */
export interface Connection {
  /** The address of the other side. */
  readonly address: string;
  /** Who calls, where that is known: no credentials are asked for. Never of what comes over a network. */
  readonly caller?: ServerCaller;
}

/** The server without a port. */
export interface Server {
  /** Answers a request; never rejects. */
  fetch(request: Request, connection: Connection): Promise<Response>;
}

/** Makes the server: the routes of the table, each with its permission, and nothing beside them. */
export function createServer(service: Service, routes: readonly Route[] = allRoutes): Server {
  const app = new Hono<{ Bindings: Connection }>();
  const paths = Map.groupBy(routes, ({ path }) => path);
  for (const [path, here] of paths) {
    if (here.some(({ permission }) => takesToken(permission))) app.use(path, crossOrigin);
  }
  for (const route of routes) {
    app.on(route.method, route.path, ({ req, env }) =>
      respond(service, route, {
        request: req.raw,
        connected: env.address,
        caller: env.caller,
        params: req.param(),
      }),
    );
  }
  const refuse = (path: string, error: () => ApiError) =>
    app.all(path, ({ req, env }) =>
      respond(service, error(), { request: req.raw, connected: env.address, params: {} }),
    );
  for (const [path, here] of paths) {
    const methods = here.map(({ method }) => method).join(", ");
    refuse(path, () => methodNotAllowed(methods));
  }
  // Clients of the API call paths, too, that there are not here; a page is told so.
  app.use("*", crossOrigin);
  refuse("*", noRoute);
  return { fetch: async (request, connection) => app.fetch(request, connection) };
}

/** Whether routes of a permission are called with a token or a signed URL. */
function takesToken(permission: Permission): boolean {
  return permission !== "none" && permission !== "account" && permission !== "admin";
}

function methodNotAllowed(methods: string): ApiError {
  return new ApiError("method_not_allowed", "The path takes another method.", `Use ${methods}.`, {
    headers: { Allow: methods },
  });
}

function noRoute(): ApiError {
  return new ApiError(
    "not_found",
    "There is nothing at this path.",
    "See the page of the API, /docs/api, for the paths that there are.",
  );
}
