import { randomUUID } from "node:crypto";
import { ApiError } from "./api-error.ts";
import { apiErrorOf } from "./api-error-of.ts";
import { apiErrors } from "./api-errors.ts";
import { authenticate } from "./authenticate.ts";
import type { Caller } from "./caller.ts";
import { clientAddress } from "./client-address.ts";
import { failureEntry } from "./failure-entry.ts";
import { limitAddress, limitCaller, overLimit } from "./limit-requests.ts";
import { mustBePermitted } from "./must-be-permitted.ts";
import type { RateWindow } from "./rate-limits.ts";
import { readBody, readQuery } from "./read-input.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Service } from "./service.ts";
import { errorBody } from "./wire/error-body.ts";

/** What is to be answered: a request, and what its path says. */
export interface Asked {
  readonly request: Request;
  /** The address of the connection. */
  readonly connected: string;
  /** Who calls, where that is known without credentials. */
  readonly caller?: Caller | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Answers a request by its route: counts it, tells who calls and whether they may, reads query and body, has the route handle it, and presents what it gives, or what went wrong. Never rejects.
 *
 * @param route or why there is none for the request */
export async function respond(
  service: Service,
  route: Route | ApiError,
  asked: Asked,
): Promise<Response> {
  const began = performance.now();
  const id = randomUUID();
  const { settings, log, rates, metrics } = service;
  const operation = route instanceof ApiError ? "Request" : route.operation;
  const { request } = asked;
  const url = new URL(request.url);
  const origin = settings.publicUrl ?? url.origin;
  const forwarded = request.headers.get("x-forwarded-for");
  const address = clientAddress(asked.connected, forwarded, settings.trustedProxies);
  const duration = () => `${(performance.now() - began).toFixed(2)}ms`;
  let window: RateWindow = limitAddress(
    rates,
    address,
    settings,
    route instanceof ApiError ? {} : route,
  );
  let caller: Caller | undefined;
  let response: Response;
  let cookies: readonly string[] = [];
  try {
    if (!window.allowed) throw overLimit(window);
    if (route instanceof ApiError) throw route;
    if (route.permission !== "none" && route.permission !== "signature") {
      caller = asked.caller ?? (await authenticate(service, route.permission, request, origin));
      window = limitCaller(rates, caller, route, settings);
      if (!window.allowed) throw overLimit(window);
      mustBePermitted(caller, route.permission);
    }
    const answer = await route.handle({
      service,
      // Routes that have no caller do not ask for one, see OpenCall.
      caller: caller!,
      query: route.query && readQuery(request.url, route.query),
      body: route.body && (await readBody(request, route.body)),
      param: (name) => asked.params[name]!,
      request,
      origin,
      cookies: (headers) => {
        cookies = headers;
      },
    });
    const status = route.status ?? 200;
    response =
      answer instanceof Response
        ? answer
        : Response.json({ ...answer, duration: duration() }, { status });
    for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  } catch (thrown) {
    const error = apiErrorOf(thrown, id);
    const { status } = apiErrors[error.kind];
    if (status >= 500) log.error({ request: id, ...failureEntry(thrown) }, "request failed");
    const body = errorBody(error, operation, duration(), origin);
    response = Response.json(body, { status, headers: error.headers });
  }
  setHeaders(response.headers, window, id);
  if (origin.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
  const took = performance.now() - began;
  metrics.observe(operation, response.status, took / 1000);
  // What watches the service asks all the time.
  const watching =
    !(route instanceof ApiError) && route.permission === "none" && route.method === "GET";
  const level = watching ? "debug" : "info";
  log[level]({
    request: id,
    method: request.method,
    path: url.pathname,
    status: response.status,
    ms: Math.round(took),
    address,
    ...(caller && {
      ...(caller.kind !== "signed in" && { app: caller.app }),
      by: caller.kind === "user" ? caller.userId : caller.by.name,
    }),
  });
  return response;
}

function setHeaders(headers: Headers, window: RateWindow, id: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.set("X-RateLimit-Limit", String(window.limit));
  headers.set("X-RateLimit-Remaining", String(window.remaining));
  headers.set("X-RateLimit-Reset", String(window.reset));
  headers.set("X-Request-Id", id);
}
