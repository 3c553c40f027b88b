import { pino } from "pino";
import { type TempImports, tempImports } from "../../imports/contract/temp-imports.ts";
import { type ApiKey, defaultApp, openLists } from "../../store/index.ts";
import { openSessions } from "../accounts/open-sessions.ts";
import { createServer, type Server } from "../create-server.ts";
import { HttpMetrics } from "../http-metrics.ts";
import { memoryRateLimits } from "../memory-rate-limits.ts";
import { openDashboard } from "../pages/dashboard.ts";
import type { Route } from "../route.ts";
import { routes as allRoutes } from "../routes/routes.ts";
import { readSettings, type Settings } from "../settings/index.ts";
import { documented } from "./documented.ts";
import { token } from "./tokens.ts";

/** A request of a test. What is left out is that of the server token of the default app. */
export interface TestCall {
  /** The token; null: none. */
  readonly token?: string | null;
  /** The API key; null: none. */
  readonly key?: string | null;
  readonly query?: Readonly<Record<string, string>>;
  /** What is sent: an object as JSON, a text or bytes as they are. */
  readonly body?: object | string | Uint8Array | ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it comes from. */
  readonly address?: string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of JSON its value, else the text. */
  readonly body: never;
}

/** A server without a port, on a folder of its own; disposing of it removes that. */
export interface TestServer extends AsyncDisposable {
  readonly imports: TempImports;
  /** To be bound to a port. */
  readonly server: Server;
  /** A key of the default app. */
  readonly key: ApiKey;
  /** A token of that key for the whole app. */
  readonly serverToken: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** Aborts what {@link Service.closing} is. */
  readonly close: () => void;
  readonly userToken: (userId: string) => Promise<string>;
  readonly fetch: (method: string, path: string, call?: TestCall) => Promise<Response>;
  readonly call: (method: string, path: string, call?: TestCall) => Promise<Answer>;
}

/** Opens one.
 *
 * @param origin what requests go to
 * @param clock what limits of rate go by: milliseconds since 1970 */
export async function testServer(
  settings: Partial<Settings> = {},
  routes: readonly Route[] = allRoutes,
  { origin = "http://chat.test", clock = Date.now } = {},
): Promise<TestServer> {
  const imports = await tempImports();
  const key = await imports.control.createKey(defaultApp, "script");
  const serverToken = await token(key.secret, { server: true });
  const log: string[] = [];
  const closing = new AbortController();
  const lists = openLists(imports.location);
  const secret = Buffer.alloc(32, 7);
  const server = createServer(
    {
      imports,
      sessions: openSessions(imports.control.accounts, secret, origin),
      lists,
      settings: { ...readSettings(), ...settings },
      secret,
      dashboard: openDashboard(),
      rates: memoryRateLimits(clock),
      metrics: new HttpMetrics(),
      log: pino({ level: "debug" }, { write: (line: string) => void log.push(line) }),
      version: "0.0.0",
      closing: closing.signal,
    },
    routes,
  );
  const mustBeDocumented = documented(routes);
  const fetch: TestServer["fetch"] = (method, path, call = {}) => {
    const url = new URL(path, origin);
    const apiKey = call.key === undefined ? key.key : call.key;
    if (apiKey !== null) url.searchParams.set("api_key", apiKey);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const auth = call.token === undefined ? serverToken : call.token;
    const headers = { ...(auth !== null && { Authorization: auth }), ...call.headers };
    const request = new Request(url, { method, headers, ...bodyOf(call.body) });
    return server.fetch(request, { address: call.address ?? "192.0.2.1" });
  };
  return {
    imports,
    server,
    key,
    serverToken,
    log,
    close: () => closing.abort(),
    userToken: (userId) => token(key.secret, { user_id: userId }),
    fetch,
    call: async (method, path, call) => {
      const response = await fetch(method, path, call);
      await mustBeDocumented(response.clone(), method, path);
      const { status, headers } = response;
      const json = headers.get("content-type")?.startsWith("application/json");
      return { status, headers, body: (await (json ? response.json() : response.text())) as never };
    },
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await lists[Symbol.asyncDispose]();
      await imports[Symbol.asyncDispose]();
    },
  };
}

function bodyOf(body: TestCall["body"]): RequestInit {
  if (body === undefined) return {};
  if (body instanceof ReadableStream) return { body, duplex: "half" };
  if (typeof body === "string") return { body };
  return { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) };
}
